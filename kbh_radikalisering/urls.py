from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from kbh_radikalisering import errors, health, public_urls

urlpatterns = [
    # Signing in first: it stands where the admin's own would.
    path(f"{settings.ADMIN_PATH}/", include("kbh_radikalisering.signin.urls")),
    path(f"{settings.ADMIN_PATH}/", admin.site.urls),
    path("sundhed/live", health.live, name="live"),
    path("sundhed/klar", health.ready, name="ready"),
    path("forhaandsvis/", include("content.publishing.preview.urls")),
    path(f"{settings.STATIC_URL.removeprefix('/')}<path:name>", errors.missing_file),
    # Last, since every other address may be a page's.
    *public_urls.urlpatterns,
]

handler400 = "kbh_radikalisering.errors.bad_request"
handler404 = public_urls.handler404
handler429 = "kbh_radikalisering.errors.too_many_requests"
handler500 = "kbh_radikalisering.errors.server_error"
