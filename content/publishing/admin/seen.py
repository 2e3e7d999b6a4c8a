"""What was there when a page was shown: nobody acts on what they have not seen."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from content.publishing import releasing
from content.publishing.models import Version

from .sitting import number


def newest_version():
    return Version.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def seen_in(data):
    """The newest version that there was; none at all for who does not say."""
    return number(data.get("seen")) or 0


class SeenField(forms.CharField):
    """The newest version there was when the page was shown."""

    def __init__(self):
        super().__init__(
            label="", required=False, initial=newest_version, widget=forms.HiddenInput
        )

    def clean(self, value):
        return number(value) or 0


def check_seen(seen, targets):
    """Lock `targets`; ValidationError that names those somebody has saved since."""
    releasing.lock_all(targets)
    changed = releasing.changed_since(seen, targets)
    if changed:
        message = gettext("“%s” has been changed since you opened the page. Look at it again.")
        raise ValidationError([message % each for each in changed])
