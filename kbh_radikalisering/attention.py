"""The admin's list of what needs looking after, for whoever may see it."""

from collections import Counter
from itertools import groupby

from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext

from content.publishing.attention.registry import SOURCES, all_rows
from content.publishing.attention.row import Risk

ON_A_PAGE = 50


def attention(site, request):
    rows = visible(site, request, all_rows())
    kind = request.GET.get("slags", "")
    chosen = [row for row in rows if kind in ("", row.kind)]
    page = Paginator(chosen, ON_A_PAGE).get_page(request.GET.get("side"))
    context = {
        **site.each_context(request),
        "title": gettext("Needs looking after"),
        "kinds": kinds(rows, kind),
        "risks": risks(chosen),
        "groups": groups(page),
        "page_obj": page,
        "today": timezone.localdate(),
    }
    return TemplateResponse(request, "admin/attention.html", context)


def visible(site, request, rows):
    """The rows whose object the user may see."""
    may_see = {
        model_admin.model
        for model_admin in site._registry.values()
        if model_admin.has_view_permission(request)
    }
    return [row for row in rows if type(row.target) in may_see]


def kinds(rows, chosen):
    """Each kind that there is any of, as a link to it alone; the most urgent first."""
    labels = {"": gettext("Everything")} | {each.name: each.label for each in SOURCES}
    counts = {"": len(rows)} | Counter(row.kind for row in rows)
    return [
        {
            "label": labels[name],
            "count": count,
            "url": f"?{urlencode({'slags': name})}" if name else "?",
            "is_chosen": name == chosen,
        }
        for name, count in counts.items()
    ]


def risks(rows):
    """How many rows there are of each risk, on all pages."""
    counts = Counter(row.risk for row in rows)
    return [{"risk": risk, "count": counts[risk]} for risk in Risk if counts[risk]]


def groups(page):
    return [(risk, list(rows)) for risk, rows in groupby(page, key=lambda row: row.risk)]
