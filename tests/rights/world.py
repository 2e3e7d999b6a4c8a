"""One of each kind, public, with a draft and a plan: all that can be done waits to be done."""

import uuid
from datetime import timedelta

from django.contrib.auth.models import Group, User
from django.utils import timezone

from content.networks.models import Network
from content.pages.models import Page
from content.publishing import door, drafts, plans
from content.publishing.history import versions
from content.publishing.models import (
    Act,
    Address,
    ExternalLink,
    Plan,
    PreviewLink,
    UpdateNote,
    YearlyTask,
)
from content.publishing.preview import links
from content.site.models import SiteSettings
from tests.test_permissions import MAKERS, MODELS

# What no two of a kind share.
OTHERS = {"slug": lambda: "slettet", "year": lambda: 1999, "key": uuid.uuid4}
# What a draft changes, of the first that a kind has.
CHANGED = ["title_da", "name_da", "name", "site_name_da", "referrals"]


class World:
    def __init__(self):
        self.author = User.objects.create_superuser("ophav")
        door.publish(Page(kind="home", title_da="Forside"))
        self.objects = {model: self.public(model) for model in MODELS}
        self.deletions = {
            model: self.deleted(model) for model in MODELS if model is not SiteSettings
        }
        self.drafts = {model: self.drafted(self.objects[model]) for model in MODELS}
        self.plans = {model: self.planned(self.objects[model]) for model in MODELS}
        self.objects |= self.beside_content()

    def beside_content(self):
        network = self.objects[Network]
        note = {"title": "Net", "note_da": "Nyt.", "published_at": timezone.now()}
        return {
            Act: Act.objects.first(),
            Address: Address.objects.first(),
            ExternalLink: ExternalLink.objects.create(url="https://example.org/"),
            Plan: Plan.objects.first(),
            PreviewLink: links.share(network, by=self.author),
            UpdateNote: UpdateNote.objects.create(target=network, **note),
            YearlyTask: YearlyTask.objects.create(name_da="Opgave"),
            User: User.objects.create_user("en redaktør", is_staff=True),
            Group: Group.objects.create(name="en gruppe"),
        }

    def public(self, model):
        instance = MAKERS[model]()
        door.publish(instance, author=self.author)
        return instance

    def deleted(self, model):
        """The log's entry of one that is gone."""
        copy = model.objects.get(pk=self.objects[model].pk)
        copy.pk, copy.state = None, model.State.UNPUBLISHED
        for name, other in OTHERS.items():
            if hasattr(copy, name):
                setattr(copy, name, other())
        copy.save()
        drafts.keep(copy, versions.snapshot(copy), author=self.author)
        door.delete(copy, author=self.author)
        return Act.objects.filter(action=Act.Action.DELETED).first()

    def drafted(self, instance):
        data = versions.newest(instance).data
        name = next(name for name in CHANGED if name in data["fields"])
        old = data["fields"][name]
        new = old + 1 if isinstance(old, int) else f"{old} 2"
        fields = data["fields"] | {name: new}
        return drafts.keep(instance, data | {"fields": fields}, author=self.author)

    def planned(self, instance):
        entry = plans.Entry(instance, versions.newest(instance))
        tomorrow = timezone.now() + timedelta(days=1)
        return plans.make(tomorrow, [entry], author=self.author).acts.get()
