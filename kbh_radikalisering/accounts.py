"""The editors' accounts, which administrators look after."""

from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.defaultfilters import yesno
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from .account_log import Logged
from .groups import RoleAdmin
from .signin import recovery, second_factor
from .signin.asking_again import AskedAgain, who_it_is


class AccountAdmin(AskedAgain, Logged, UserAdmin):
    """
    An account may do what its groups may.

    Only those who may do everything can say that another may, or touch such an
    account: an administrator must not be able to become more.
    """

    list_display = ["username", "first_name", "last_name", "email", "active", "last_login"]
    list_filter = ["is_active", "groups"]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Who it is"), {"fields": [("first_name", "last_name"), "email"]}),
        (_("May do"), {"fields": ["is_active", "is_staff", "groups"]}),
        (_("Important dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
    ]
    logged_when_deleted = ["username", "first_name", "last_name", "email", "groups"]
    everything = (_("May do everything"), {"fields": ["is_superuser"]})

    def get_urls(self):
        view = self.admin_site.admin_view(require_POST(who_it_is(self.second_factor_view)))
        route = path("<int:pk>/second-factor/", view, name="auth_user_second_factor")
        return [route, *super().get_urls()]

    def second_factor_view(self, request, pk):
        """For whoever has lost it: the next sign-in asks for a new one."""
        account = get_object_or_404(User, pk=pk)
        if not self.has_change_permission(request, account):
            raise PermissionDenied
        recovery.forget_second_factor(account, by=request.user)
        told = gettext("“%s” adds a new second step at the next sign-in.")
        self.message_user(request, told % account, messages.SUCCESS)
        return redirect("admin:auth_user_change", pk)

    def user_change_password(self, request, id, form_url=""):  # noqa: A002
        return who_it_is(super().user_change_password)(request, id, form_url)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        context["has_second_factor"] = obj is not None and second_factor.has_one(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("active"), ordering="is_active")
    def active(self, account):
        """In words: the name of Django's icon is English."""
        return yesno(account.is_active)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and request.user.is_superuser:
            return [*fieldsets, self.everything]
        return fieldsets

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and is_within_reach(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and is_within_reach(request, obj)


def models_of_sign_in():
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("allauth.") and admin.site.is_registered(model)
    ]


def is_within_reach(request, account):
    return request.user.is_superuser or account is None or not account.is_superuser


def register():
    """In the place of Django's; what allauth stores is for the sign-in pages alone."""
    admin.site.unregister([User, Group, *models_of_sign_in()])
    admin.site.register(User, AccountAdmin)
    admin.site.register(Group, RoleAdmin)
