from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .models import Page


@require_safe
def page_detail(request, path):
    """Every page of the tree; its kind decides the template."""
    pages = Page.objects.published().select_related("replaced_by")
    page = get_object_or_404(pages, path=f"/{path}")
    return render(
        request,
        [f"pages/{page.kind}.html", "pages/page_detail.html"],
        {"page": page, "object": page},
    )
