from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .statements import statements_on
from .trail import page_at


@require_safe
def page_detail(request, path):
    """Every page of the tree; its kind decides the template."""
    page = page_at(f"/{path}")
    if page is None:
        raise Http404
    return render(
        request,
        [f"pages/{page.kind}.html", "pages/page_detail.html"],
        {"page": page, "object": page, "statements": statements_on(page)},
    )
