from django.conf import settings
from django.contrib.admin import AdminSite
from django.urls import path
from django.utils.translation import gettext_lazy as _

from .admin_policy import admin_policy
from .attention import attention
from .choices import Choices
from .overview import beside_content, overview
from .own_acts import own_acts
from .signin import notices, sessions
from .signin.asking_again import who_it_is

# What editors work with most comes first; a new app comes after these.
APP_ORDER = ["pages", "advice", "networks", "statistics", "site", "publishing", "auth"]


class ContentAdminSite(AdminSite):
    site_header = _("Preventing radicalisation")
    site_title = _("Preventing radicalisation")
    index_title = _("What there is, and what needs doing")
    empty_value_display = "–"

    def admin_view(self, view, cacheable=False):
        """No page of the admin is kept anywhere, and each has the admin's policy."""
        return admin_policy(super().admin_view(view))

    def get_urls(self):
        view = self.admin_view(self.attention)
        return [path("skal-ses-efter/", view, name="attention"), *super().get_urls()]

    def attention(self, request):
        return attention(self, request)

    def autocomplete_view(self, request):
        return Choices.as_view(admin_site=self)(request)

    def each_context(self, request):
        postponed = settings.SECOND_FACTOR_IS_POSTPONED
        return super().each_context(request) | {"second_factor_is_postponed": postponed}

    def index(self, request, extra_context=None):
        apps = self.get_app_list(request)
        return super().index(
            request,
            {
                "overview": overview(self, apps),
                "app_list": beside_content(self, apps),
                "own_acts": own_acts(request.user),
                **(extra_context or {}),
            },
        )

    def password_change(self, request, extra_context=None):
        return who_it_is(self.change_own_password)(request, extra_context)

    def change_own_password(self, request, extra_context=None):
        response = super().password_change(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            notices.password_changed(request.user, by=request.user)
            # Under its new key it is in the list of sessions again.
            sessions.keep_going(request)
        return response

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        return sorted(apps, key=place)


def place(app):
    label = app["app_label"]
    return APP_ORDER.index(label) if label in APP_ORDER else len(APP_ORDER)
