from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.languages import without_language
from content.publishing.models import Address, Withdrawal

from .note_fields import PROSE
from .textarea import TextArea

Kind = Withdrawal.Kind


class WithdrawalForm(forms.Form):
    """What becomes of what is withdrawn, and what the public is told."""

    kind = forms.ChoiceField(
        label=_("What becomes of it"),
        choices=Kind,
        initial=Kind.GONE,
        widget=forms.RadioSelect,
    )
    reason_da = forms.CharField(
        label=_("Reason (Danish)"),
        max_length=500,
        validators=PROSE,
        widget=TextArea(attrs={"rows": 2, "lang": "da"}),
        help_text=Withdrawal._meta.get_field("reason").help_text,
    )
    reason_en = forms.CharField(
        label=_("Reason (English)"),
        max_length=500,
        required=False,
        validators=PROSE,
        widget=TextArea(attrs={"rows": 2, "lang": "en"}),
        help_text=_("May be left empty."),
    )
    successor = forms.CharField(
        label=_("The new address"),
        max_length=500,
        required=False,
        help_text=_("If it has moved: the address of another page here, such as /strategi/."),
    )

    def __init__(self, *args, objects, **kwargs):
        super().__init__(*args, **kwargs)
        self.objects = objects
        if any(each.get_public_path() is None for each in objects):
            # What stands on another's page has no address that could lead anywhere.
            self.fields["kind"].choices = [(Kind.GONE.value, Kind.GONE.label)]
            del self.fields["successor"]

    def clean(self):
        super().clean()
        is_moved = self.cleaned_data.get("kind") == Kind.MOVED
        address = self.cleaned_data.get("successor", "")
        if is_moved and not address:
            self.add_error("successor", gettext("Write the address that it has moved to."))
        elif address and not is_moved:
            self.add_error("successor", gettext("Clear this field, or choose that it moved."))
        elif address:
            self.find(address)

    def find(self, address):
        """The public object at `address`, which is none of those that are withdrawn."""
        path = without_language(f"/{address.strip('/ ')}/".replace("//", "/"))
        found = Address.objects.filter(path=path, is_current=True).first()
        target = found and found.target
        if target is None or not target.is_public:
            self.add_error("successor", gettext("There is nothing public at this address."))
        elif target in self.objects:
            self.add_error("successor", gettext("This is what you are withdrawing."))
        else:
            self.cleaned_data["successor"] = target

    def withdrawal(self):
        """A Withdrawal of its own for each object."""
        data = self.cleaned_data
        return Withdrawal(
            kind=data["kind"],
            reason_da=data["reason_da"],
            reason_en=data["reason_en"] or None,
            successor=data.get("successor") or None,
        )
