"""What comes of a request, in one letter; whatever it did is undone."""

from copy import copy

from django.contrib.auth.models import Group, User
from django.db import transaction

from content.publishing.models import Edition, Plan, Publishable

DONE, SHOWN, REFUSED = "ds-"


def outcome(client, model, before, method, url, sent):
    cookies = copy(client.cookies)
    with transaction.atomic():
        response = getattr(client, method)(url, sent)
        # A file is read without closing the database's connection.
        b"".join(response) if response.streaming else response.content
        after = state(model)
        transaction.set_rollback(True)
    # A session that began in there is gone as well.
    client.cookies = cookies
    for letter, old, new in zip("PFRN", before, after, strict=True):
        if old != new:
            return letter
    return answer(response)


def answer(response):
    leads_out = response.get("Location", "").startswith("/admin/login/")
    if leads_out or response.status_code in {403, 404, 405}:
        return REFUSED
    return SHOWN if response.status_code == 200 else DONE


def state(model):
    """What the public sees, what it will see, who may do what, and how many there are."""
    public = [list(Edition.objects.values_list("key"))]
    if issubclass(model, Publishable):
        rows = model._base_manager.filter(state=Publishable.State.PUBLISHED).values()
        public.append([row | {"needs_second_person": None} for row in rows])
    users = User.objects.order_by("pk").values(
        "username", "password", "is_active", "is_staff", "is_superuser", "groups"
    )
    groups = Group.objects.order_by("pk", "permissions").values("name", "permissions")
    return (
        public,
        list(Plan.objects.order_by("pk").values("pk", "at", "done_at")),
        [*users, *groups],
        model._base_manager.count(),
    )
