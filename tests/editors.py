"""Signed-in editors of each role, and the forms that they send."""

from django.contrib.auth.models import Group, User
from django.forms import FileField
from django.test import Client
from django.urls import reverse

from content.publishing.admin.seen import newest_version


def signed_in(role):
    """A client of an account in the group `role`, or of the first account."""
    user = User.objects.create_user(f"{role} 1", is_staff=True)
    if role == "superuser":
        user.is_superuser = True
        user.save()
    else:
        user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


def address(instance_or_model, view, *args):
    opts = instance_or_model._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{view}", args=args)


def filled_in(client, url):
    """What a browser would send back of the form at `url`, untouched."""
    response = client.get(url)
    context = response.context
    forms = [context["adminform"].form]
    for each in context["inline_admin_formsets"]:
        forms += [each.formset.management_form, *each.formset.forms]
    return hidden(context) | {
        field.html_name: as_sent(field.value())
        for form in forms
        for field in form
        if sends_something(field)
    }


def hidden(context):
    """Which versions the form was opened on, for content that has any."""
    sitting = context.get("sitting")
    if sitting is None or sitting.newest is None:
        return {}
    return {"_seen": str(sitting.newest.pk), "_base": str(sitting.shown.pk)}


def sends_something(field):
    """A box without a tick and a file that stays as it is send nothing."""
    if isinstance(field.field, FileField):
        return False
    return field.value() is not None and field.value() is not False


def seen(client, model):
    """What a list sends back of what was there when it was shown."""
    return str(client.get(address(model, "changelist")).context["action_form"]["seen"].value())


def choose(client, action, *objects, **values):
    """Open the list of `objects`, tick them, and go on with `action`."""
    chosen = {"action": action, "_selected_action": [each.pk for each in objects]}
    sent = {"seen": newest_version(), **chosen, **values}
    return client.post(address(objects[0], "changelist"), sent, follow=True)


def as_sent(value):
    return value if isinstance(value, list) else str(value)


def change(client, instance, button="_save", **values):
    """Open the form of `instance`, change `values`, and press `button`."""
    url = address(instance, "change", instance.pk)
    return client.post(url, {**filled_in(client, url), **values, button: "1"})


def add(client, model, button="_save", **values):
    url = address(model, "add")
    return client.post(url, {**filled_in(client, url), **values, button: "1"})


def errors(response):
    """The messages by field, those of the rows with their row's number."""
    context = response.context
    found = dict(context["adminform"].form.errors)
    for each in context["inline_admin_formsets"]:
        for form in each.formset.forms:
            found |= {f"{form.prefix}-{name}": told for name, told in form.errors.items()}
    return found
