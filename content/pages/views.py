from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render

from .models import Document, Page

# What a browser shows by itself; the rest is for another program to open.
SHOWN_IN_BROWSER = {"application/pdf", "image/jpeg", "image/png"}


def page_detail(request, path):
    """Every page of the tree; its kind decides the template."""
    pages = Page.objects.published().select_related("replaced_by")
    page = get_object_or_404(pages, path=f"/{path}")
    return render(
        request,
        [f"pages/{page.kind}.html", "pages/page_detail.html"],
        {"page": page, "object": page},
    )


def document(request, key, name):
    """A published file, under the name that its title gives it."""
    document = get_object_or_404(Document.objects.published(), key=key)
    if name != document.file_name:
        return redirect(document)
    try:
        return FileResponse(
            document.file.open(),
            as_attachment=document.media_type not in SHOWN_IN_BROWSER,
            filename=document.file_name,
            content_type=document.media_type,
        )
    except FileNotFoundError as error:
        raise Http404 from error
