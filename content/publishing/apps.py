from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "content.publishing"
    verbose_name = _("Publishing")

    def ready(self):
        # What follows the publications, and what each app asks its editors to look after.
        autodiscover_modules("receivers", "attention")
