"""Where in the tree a page may stand; what is wrong is said at the field to change."""

from django.core.exceptions import ValidationError
from django.db.models import Max, Value
from django.db.models.functions import Length, Replace
from django.utils.translation import gettext as _

from .reserved import is_reserved

# With slugs of 80 characters an address stays below the 500 of its column.
MAX_DEPTH = 6


def check_placement(page):
    if page.kind in page.FIXED:
        check_fixed(page)
    elif is_below_itself(page):
        raise refusal("parent", _("A page can't be placed below itself."))
    else:
        check_address(page)


def check_fixed(page):
    fixed = page.FIXED[page.kind]
    if page.slug != fixed.strip("/"):
        raise refusal(
            "slug",
            _("A page of this kind has the address “%(slug)s”."),
            slug=fixed.strip("/"),
        )
    if page.build_path() != fixed:
        raise refusal("parent", _("A page of this kind can't be moved."))


def check_address(page):
    path = page.build_path()
    if not page.slug:
        raise refusal("slug", _("Write an address for the page."))
    if other := others(page).filter(path=path).first():
        raise refusal(
            "slug", _("The page “%(page)s” has this address already."), page=str(other)
        )
    if is_reserved(path):
        raise refusal(
            "slug", _("The site itself uses %(path)s. Choose another address."), path=path
        )
    if depth(path) + height(page) > MAX_DEPTH:
        raise refusal(
            "parent",
            _("Pages can be %(most)s levels deep at most. Place it higher up."),
            most=MAX_DEPTH,
        )


def is_below_itself(page):
    old = page.stored_path()
    return old is not None and page.parent is not None and page.parent.path.startswith(old)


def height(page):
    """How many levels there are below the page."""
    old = page.stored_path()
    if old is None:
        return 0
    slashes = Length("path") - Length(Replace("path", Value("/")))
    deepest = pages(page).below(old).aggregate(slashes=Max(slashes))["slashes"]
    return deepest - old.count("/") if deepest else 0


def depth(path):
    return path.strip("/").count("/") + 1


def others(page):
    return pages(page).exclude(pk=page.pk)


def pages(page):
    return type(page)._default_manager


def refusal(field, message, **params):
    return ValidationError({field: ValidationError(message, params=params)})
