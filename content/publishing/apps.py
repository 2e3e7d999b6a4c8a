from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "content.publishing"
    verbose_name = _("Publishing")

    def ready(self):
        from .links import receivers  # noqa: F401
