from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _

ADMIN_POLICY = {
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "object-src": [NONE],
}


class ContentAdminSite(AdminSite):
    site_header = _("Preventing radicalisation")
    site_title = _("Preventing radicalisation")
    index_title = _("Content")

    def admin_view(self, view, cacheable=False):
        return csp_replace(ADMIN_POLICY)(super().admin_view(view, cacheable))
