from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "content.search"
    verbose_name = _("Search")

    def ready(self):
        from . import receivers  # noqa: F401
        from .elsewhere.forgetting import server_is_forgotten

        post_migrate.connect(server_is_forgotten, sender=self)
