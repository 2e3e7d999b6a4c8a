"""The admin's start page: what there is, and what needs doing."""

from django.urls import reverse
from django.utils.http import urlencode


def overview(site, request):
    """One row a model that the user may see; one query a row, however much there is."""
    return [
        row(each)
        for each in site._registry.values()
        if hasattr(each, "needs") and each.has_view_permission(request)
    ]


def row(model_admin):
    counts = model_admin.count_needs()
    return {
        "name": model_admin.opts.verbose_name_plural,
        "url": address(model_admin, "changelist"),
        "public": counts["public"],
        "needs": [
            {
                "label": need.label,
                "count": counts[f"{need.name}_count"],
                "url": address_of_need(model_admin, need, counts),
            }
            for need in model_admin.needs
            if counts[f"{need.name}_count"]
        ],
    }


def address_of_need(model_admin, need, counts):
    """The one object's form, or the list of them all."""
    if counts[f"{need.name}_count"] == 1:
        return address(model_admin, "change", counts[f"{need.name}_first"])
    return f"{address(model_admin, 'changelist')}?{urlencode({'needs': need.name})}"


def address(model_admin, view, *args):
    opts = model_admin.opts
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{view}", args=args)
