"""What can be asked of the admin about one model: every address both ways, and every action."""

import re

from django.conf import settings
from django.contrib import admin
from django.urls import get_resolver, reverse
from django.utils import timezone

from content.publishing.admin.moment_in_address import as_segment
from content.publishing.models import Plan, Publishable
from tests.editors import filled_in, newest_version

GONE = {"confirmed": "1", "kind": "gone", "reason_da": "Udløbet."}
MINOR = {"minor_change": "on"}
NEW = "en lang sætning om fisk og fugle"
FORMS = ["add", "change"]
# What no two of a kind share.
OTHER = {"slug": "ny", "year": "2016", "username": "ny", "name": "Ny"}
OTHER |= {"password1": NEW, "password2": NEW, "usable_password": "true"}


def walk(resolver, before=""):
    """(the whole pattern, the name) of every address."""
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns"):
            yield from walk(each, f"{before}{each.pattern}")
        else:
            yield f"{before}{each.pattern}", each.name


def of_the_admin():
    """The name of each address of the admin, and the names of what it holds."""
    return {
        name: re.findall(r"<(?:\w+:)?(\w+)>", pattern)
        for pattern, name in walk(get_resolver())
        if pattern.startswith(f"{settings.ADMIN_PATH}/") and name
    }


class Asking:
    """(What it is called in the table, the method, the address, what is sent)."""

    def __init__(self, world, model, author):
        self.world, self.model = world, model
        self.instance = world.objects[model]
        self.prefix = f"{model._meta.app_label}_{model._meta.model_name}_"
        self.views = {
            name.removeprefix(self.prefix): holds
            for name, holds in of_the_admin().items()
            if name.startswith(self.prefix)
        }
        # As somebody who may do everything fills them in.
        self.forms = {view: form(author, self.address(view)) for view in FORMS}

    def address(self, view):
        args = [self.value(view, name) for name in self.views[view]]
        return reverse(f"admin:{self.prefix}{view}", args=args)

    def value(self, view, name):
        """What stands in the address of `view` for `name`."""
        if view == "recover":
            return getattr(self.world.deletions.get(self.model), "pk", 0)
        if name in {"object_id", "id"} or (name == "pk" and view != "restore"):
            return self.instance.pk
        if name == "act_id":
            return self.world.plans[self.model].pk
        if name == "at":
            return as_segment(timezone.now())
        return self.world.drafts[self.model].pk

    def everything(self):
        for view in self.views:
            yield f"GET {view}", "get", self.address(view), {}
            yield f"POST {view}", "post", self.address(view), self.sent(view)
        if issubclass(self.model, Publishable):
            yield from self.buttons()
        yield from self.actions()

    def new(self):
        """Another one with the values of the one there is."""
        values = {
            name: value
            for name, value in self.forms["change"].items()
            if "-" not in name and not name.startswith("_")
        }
        return self.forms["add"] | values | OTHER

    def buttons(self):
        new = self.new() | MINOR | {"_publish": "1"}
        yield "_publish a new one", "post", self.address("add"), new
        form = self.forms["change"] | MINOR
        later = {"publish_at": f"{timezone.localdate().year + 1}-06-01T12:00"}
        for button in ["_publish", "_schedule", "_draft", "_discard"]:
            more = later if button == "_schedule" else {}
            yield button, "post", self.address("change"), form | more | {button: "1"}

    def actions(self):
        known = admin.site.get_model_admin(self.model).actions or []
        sent = {"_selected_action": [self.instance.pk], "post": "yes", "seen": newest_version()}
        for action in [*known, "delete_selected"]:
            more = GONE if action == "withdraw_selected" else MINOR | {"confirmed": "1"}
            yield action, "post", self.address("changelist"), sent | more | {"action": action}

    def sent(self, view):
        seen = {"seen": newest_version()}
        if self.model is Plan and view == "add":
            page = next(iter(self.world.objects.values()))
            return seen | MINOR | {"parts": [f"{page._meta.label_lower}:{page.pk}"]}
        return {
            "add": self.new() | {"_save": "1"},
            "change": self.forms["change"] | {"_save": "1"},
            "delete": {"post": "yes"},
            "withdraw": GONE | seen,
            "reviewed": seen,
            "restore": {"_seen": getattr(self.world.drafts.get(self.model), "pk", "")},
            "password_change": {"password1": NEW, "password2": NEW, "usable_password": "true"},
        }.get(view, {})


def form(author, url):
    """What the form at `url` sends; nothing where there is none."""
    response = author.get(url)
    context = response.context or {}
    return filled_in(author, url) if "adminform" in context else {}
