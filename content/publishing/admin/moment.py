from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MomentForm(forms.Form):
    """A day, and the time of it if that matters."""

    date = forms.DateField(label=_("Date"), widget=forms.DateInput(attrs={"type": "date"}))
    time = forms.TimeField(
        label=_("Time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}),
        help_text=_("May be left empty: then it is the end of the day."),
    )

    @property
    def moment(self):
        chosen = self.cleaned_data["time"] or time.max
        return timezone.make_aware(datetime.combine(self.cleaned_data["date"], chosen))
