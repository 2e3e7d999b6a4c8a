from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html


class EnglishField(BoundField):
    """
    A text in English, followed by whether it says what the Danish does.

    The form has that in `english`, by the names of its fields.
    """

    @property
    def told(self):
        return getattr(self.form, "english", {}).get(self.name)

    @property
    def aria_describedby(self):
        others = super().aria_describedby
        return f"{others} {self.auto_id}_english".strip() if self.told else others

    def as_widget(self, widget=None, attrs=None, only_initial=False):
        shown = super().as_widget(widget, attrs, only_initial)
        if widget or not self.told:
            return shown
        context = {"told": self.told, "id": f"{self.auto_id}_english", "label": self.label}
        line = render_to_string("admin/publishable/_english.html", context)
        return format_html("{}{}", shown, line)
