"""
The three groups of people who work with the content, set with each migration.

A municipality that wants others makes groups of its own beside these.
"""

from django.apps import apps as all_apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

from content.publishing.models import Publishable

EDITOR = "redaktør"
PUBLISHER = "udgiver"
ADMINISTRATOR = "administrator"

# Rows are shown and published with the object they belong to.
CONTENT = {
    EDITOR: ["view", "add", "change"],
    PUBLISHER: ["view", "add", "change", "delete", "publish"],
    ADMINISTRATOR: ["view", "add", "change", "delete", "publish", "guard"],
}
ROWS = ["view", "add", "change", "delete"]
# Beside the content: what goes out together, accounts, and what the door writes.
BESIDE_CONTENT = {
    EDITOR: {
        "publishing.plan": ["view"],
        "publishing.externallink": ["view"],
        "publishing.yearlytask": ["view", "change"],
    },
    PUBLISHER: {
        "publishing.plan": ["view", "add", "delete"],
        "publishing.externallink": ["view"],
        "publishing.yearlytask": ["view", "change"],
    },
    ADMINISTRATOR: {
        "publishing.yearlytask": ["view", "add", "change", "delete"],
        "publishing.externallink": ["view"],
        "publishing.plan": ["view", "add", "delete"],
        "publishing.previewlink": ["view", "change"],
        "auth.user": ["view", "add", "change", "delete"],
        "auth.group": ["view"],
        "publishing.act": ["view"],
        "publishing.address": ["view"],
        "publishing.updatenote": ["view"],
    },
}


def grant(app_config, using, apps=all_apps, **kwargs):
    """After an app's migrations: what each group may do with the app's models."""
    if "group" not in apps.all_models["auth"]:
        # A migration of other apps alone, before there are groups.
        return
    # Its own receiver may come after this one; a second call changes nothing.
    create_permissions(app_config, using=using, verbosity=0)
    models = list(app_config.get_models())
    has_content = any(issubclass(model, Publishable) for model in models)
    for role in CONTENT:
        wanted = [
            f"{action}_{model._meta.model_name}"
            for model in models
            for action in actions(role, model, has_content)
        ]
        if wanted:
            group, _created = Group.objects.using(using).get_or_create(name=role)
            group.permissions.add(
                *Permission.objects.using(using).filter(
                    content_type__app_label=app_config.label, codename__in=wanted
                )
            )


def actions(role, model, has_content):
    if issubclass(model, Publishable):
        return CONTENT[role]
    if has_content:
        return ROWS
    return BESIDE_CONTENT[role].get(model._meta.label_lower, [])
