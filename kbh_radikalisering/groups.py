"""The groups of accounts, and what each may do."""

from itertools import groupby

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.forms.models import ModelChoiceIterator
from django.utils.html import format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .account_log import Logged
from .signin.asking_again import AskedAgain

# Permissions are stored with English names: "Can add page".
ACTIONS = {
    "view": _("may see"),
    "add": _("may add"),
    "change": _("may change"),
    "delete": _("may delete"),
    "publish": _("may publish"),
    "guard": _("may ask for a second pair of eyes"),
}
# Nobody is given a permission for these: the sign-in pages alone change them.
OF_SIGN_IN = ["account", "mfa", "socialaccount", "usersessions"]


def name_of(permission):
    return f"{kind_of(permission)}: {action_of(permission)}"


def kind_of(permission):
    model = permission.content_type.model_class()
    return capfirst(model._meta.verbose_name_plural) if model else permission.content_type.name


def action_of(permission):
    return ACTIONS.get(permission.codename.partition("_")[0], permission.name)


class ByKind(ModelChoiceIterator):
    """The permissions of each kind of content below its name."""

    def __iter__(self):
        for kind, permissions in groupby(self.queryset, kind_of):
            yield kind, [self.choice(each) for each in permissions]


class PermissionsField(ModelMultipleChoiceField):
    iterator = ByKind
    widget = CheckboxSelectMultiple
    label_from_instance = staticmethod(action_of)


class RoleAdmin(AskedAgain, Logged, GroupAdmin):
    filter_horizontal = []
    logged_when_deleted = ["name", "permissions"]
    name_in_log = staticmethod(name_of)

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(
            db_field, request, **{"form_class": PermissionsField, **kwargs}
        )
        field.queryset = field.queryset.exclude(content_type__app_label__in=OF_SIGN_IN)
        # Boxes are ticked one by one; Django's hint is for a list.
        field.help_text = ""
        return field

    def get_fields(self, request, obj=None):
        if obj and not self.has_change_permission(request, obj):
            return ["name", "permitted"]
        return ["name", "permissions"]

    def get_readonly_fields(self, request, obj=None):
        return ["permitted"]

    @admin.display(description=_("permissions"))
    def permitted(self, group):
        """A line for each kind of content."""
        found = group.permissions.select_related("content_type")
        lines = [
            (kind, ", ".join(str(action_of(each)) for each in permissions))
            for kind, permissions in groupby(found, kind_of)
        ]
        return format_html_join("", "<div><strong>{}:</strong> {}</div>", lines)

    def get_deleted_objects(self, objs, request):
        """Without the rows that tie a group to its permissions, which have no names."""
        _related, _counts, forbidden, protected = super().get_deleted_objects(objs, request)
        counts = {self.opts.verbose_name_plural: len(objs)}
        return [str(group) for group in objs], counts, forbidden, protected
