from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "content.pages"
    verbose_name = _("Pages")

    def ready(self):
        # Before the first page, which reads them with the rest of what stands everywhere.
        from . import menus  # noqa: F401
