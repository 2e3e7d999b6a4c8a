"""Handing out the files: only what is published, and as nothing but a file."""

from csp.constants import NONE
from csp.decorators import csp
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from content.publishing.kept import never_kept

from .models import Document

# What a browser shows by itself; the rest is for another program to open.
SHOWN_IN_BROWSER = {"application/pdf", "image/jpeg", "image/png"}


# Whatever a file may hold, it can do nothing here.
@never_kept
@csp({"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": True})
@require_safe
def document(request, key, name):
    """A published file, under the name that its title gives it."""
    document = get_object_or_404(Document.objects.published(), key=key)
    if name != document.file_name:
        return redirect(document)
    # A stored file never changes; a new one gets another name.
    etag = quote_etag(document.file.name)
    response = get_conditional_response(request, etag=etag) or opened(document)
    response.headers["ETag"] = etag
    # What is withdrawn is gone at once, also from the caches on its way.
    patch_cache_control(response, no_cache=True)
    return response


def opened(document):
    try:
        return FileResponse(
            document.file.open(),
            as_attachment=document.media_type not in SHOWN_IN_BROWSER,
            filename=document.file_name,
            content_type=document.media_type,
        )
    except FileNotFoundError as error:
        raise Http404 from error
