from django.apps import AppConfig
from django.contrib.admin import apps
from django.core.management import call_command
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

    def ready(self):
        from .signin import receivers

        receivers.connect()
        post_migrate.connect(make_cache_table)


def make_cache_table(app_config, using, **kwargs):
    """With the tables of the migrations, once; it is no model's, so none makes it."""
    if app_config.label == "sessions":
        call_command("createcachetable", database=using, verbosity=0)
