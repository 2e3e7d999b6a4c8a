"""The admin's start page: what there is, and what needs doing."""

from django.urls import reverse
from django.utils.http import urlencode


def overview(site, apps):
    """
    The content in `apps`, AdminSite's list of what the user may see.

    One query a model, however much there is of it.
    """
    return [
        row(model_admin, model["add_url"])
        for model_admin, model in admins(site, apps)
        if is_content(model_admin)
    ]


def beside_content(site, apps):
    """The apps that hold something else: accounts, and what has been published."""
    content = {
        model_admin.opts.app_label
        for model_admin, _model in admins(site, apps)
        if is_content(model_admin)
    }
    return [app for app in apps if app["app_label"] not in content]


def admins(site, apps):
    return [
        (site.get_model_admin(model["model"]), model) for app in apps for model in app["models"]
    ]


def is_content(model_admin):
    return hasattr(model_admin, "needs")


def row(model_admin, add_url):
    counts = model_admin.count_needs()
    return {
        "name": model_admin.opts.verbose_name_plural,
        "url": address(model_admin, "changelist"),
        "add_url": add_url,
        "public": counts["public"],
        "needs": [
            {
                "name": need.name,
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
