"""What an import would change, in words that need no colours and no style attributes."""

from django.utils.html import format_html
from import_export.resources import Diff

from content.statistics.resources import ConcernYearResource


class Difference(Diff):
    """The whole old value and the whole new one: digits that changed say little alone."""

    def as_html(self):
        return [self.shown(old, new) for old, new in zip(self.left, self.right, strict=True)]

    def shown(self, old, new):
        if old == new or self.new:
            return new
        return format_html("<del>{}</del> <ins>{}</ins>", old, new)


class ComparedYears(ConcernYearResource):
    def get_diff_class(self):
        return Difference
