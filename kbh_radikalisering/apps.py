from django.apps import AppConfig
from django.contrib.admin import apps
from django.db.models.signals import post_migrate


class AdminConfig(apps.AdminConfig):
    default_site = "kbh_radikalisering.admin.ContentAdminSite"

    def ready(self):
        super().ready()
        # After the other apps' admins, one of which the accounts' takes the place of.
        from . import accounts, roles

        accounts.register()
        post_migrate.connect(roles.grant)


class ProjectConfig(AppConfig):
    """The project itself, for its management commands."""

    name = "kbh_radikalisering"
