from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import releasing
from content.publishing.models import Publishable
from content.publishing.ready import ready

from .moments import MomentField
from .note_fields import NoteFields
from .seen import SeenField, check_seen


class PlanForm(NoteFields):
    """What is to go out together, when, and what the public is told of it."""

    seen = SeenField()
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("For you alone. Example: “The new strategy”."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    at = MomentField(
        label=_("When"),
        required=False,
        help_text=_("By the clock in Copenhagen. Empty: now."),
    )
    parts = forms.MultipleChoiceField(
        label=_("What goes out"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one."),
            "invalid_choice": _("What you chose is no longer there to publish."),
        },
    )

    def __init__(self, request):
        super().__init__(request.POST if request.method == "POST" else None)
        self.models = {model._meta.label_lower: model for model in publishable(request)}
        self.fields["parts"].choices = choices(self.models)
        self.user = request.user

    @cached_property
    def targets(self):
        """The objects chosen; one that is gone by now is none."""
        pairs = [each.split(":") for each in self.cleaned_data.get("parts", [])]
        found = [self.models[label].objects.filter(pk=pk).first() for label, pk in pairs]
        return [each for each in found if each is not None]

    @property
    def needs_note(self):
        return any(releasing.needs_note(each) for each in self.targets)

    def save(self):
        """The plan; None with the reasons in the form when it can't be carried out."""
        try:
            check_seen(self.cleaned_data["seen"], self.targets)
            return releasing.plan(
                self.targets,
                self.cleaned_data["at"],
                author=self.user,
                note=self.note,
                title=self.cleaned_data["title"],
            )
        except ValidationError as error:
            self.add_error(None, error)
            return None


def publishable(request):
    """The models whose objects the user may publish."""
    return [
        model
        for model, model_admin in admin.site._registry.items()
        if issubclass(model, Publishable) and model_admin.has_publish_permission(request)
    ]


def choices(models):
    found = ready(list(models.values()))
    return [
        (
            capfirst(model._meta.verbose_name_plural),
            [(f"{label}:{pk}", title or gettext("Without a title")) for pk, title in titles],
        )
        for label, model in models.items()
        if (titles := found[model].items())
    ]
