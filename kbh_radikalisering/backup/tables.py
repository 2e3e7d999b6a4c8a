"""Which tables a backup holds."""

from django.apps import apps as all_apps

# What is left out on purpose, and why.
LEFT_OUT = {
    "sessions.session": "everybody signs in again; a copy that is stolen opens no session",
    "usersessions.usersession": "what those sessions were opened with",
    "publishing.opening": "who had which form open in the last minutes",
    "search.searchentry": "the index is made anew",
    "search.term": "the index is made anew",
    "search.unsent": "a server beside the database is told anew",
}


def models(apps=all_apps):
    """Every model whose rows are kept, those between two others included."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.label_lower not in LEFT_OUT
    ]


def columns(model):
    return [field.column for field in model._meta.concrete_fields]


def files(model):
    return [field.name for field in model._meta.concrete_fields if hasattr(field, "upload_to")]
