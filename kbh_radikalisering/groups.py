"""The groups of accounts, and what each may do."""

from django.contrib.auth.admin import GroupAdmin
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
    model = permission.content_type.model_class()
    action = permission.codename.partition("_")[0]
    if model is None or action not in ACTIONS:
        return str(permission)
    return f"{capfirst(model._meta.verbose_name_plural)}: {ACTIONS[action]}"


class RoleAdmin(AskedAgain, Logged, GroupAdmin):
    logged_when_deleted = ["name", "permissions"]
    name_in_log = staticmethod(name_of)

    def formfield_for_manytomany(self, db_field, request=None, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        field.queryset = field.queryset.exclude(content_type__app_label__in=OF_SIGN_IN)
        field.label_from_instance = name_of
        return field

    def get_deleted_objects(self, objs, request):
        """Without the rows that tie a group to its permissions, which have no names."""
        _related, _counts, forbidden, protected = super().get_deleted_objects(objs, request)
        counts = {self.opts.verbose_name_plural: len(objs)}
        return [str(group) for group in objs], counts, forbidden, protected
