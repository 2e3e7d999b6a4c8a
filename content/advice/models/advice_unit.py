from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from content.advice.opening import Schedule
from content.publishing.models import Publishable


class AdviceUnit(Publishable):
    # Whom the unit is for: the field, what they are called, and their place on the page.
    AUDIENCES = [
        ("for_parents", _("parents"), "foraeldre"),
        ("for_pedagogues", _("pedagogues"), "paedagoger"),
        ("for_teachers", _("teachers"), "laerere"),
    ]
    # What callers ask, in the order they ask it.
    ABOUT_THE_CALL = [
        "call_process",
        "anonymity",
        "confidentiality",
        "record_duty",
        "information_sharing",
        "cost",
        "interpreter",
    ]

    name = models.CharField(
        _("name"), max_length=120, help_text=_("Example: “The municipality's advice unit”.")
    )
    summary = models.TextField(
        _("summary"),
        max_length=400,
        blank=True,
        help_text=_(
            "Who can call, and about what. One or two sentences. "
            "Example: “For parents who worry about their child.”"
        ),
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Example: raad@example.dk"))

    # For whom
    for_parents = models.TextField(
        _("for parents"),
        max_length=1000,
        blank=True,
        help_text=_("Example: “Has your child changed? Call, and say what you have seen.”"),
    )
    for_pedagogues = models.TextField(
        _("for pedagogues"),
        max_length=1000,
        blank=True,
        help_text=_("Example: “Do you worry about a child? Call, and say what you see.”"),
    )
    for_teachers = models.TextField(
        _("for teachers"),
        max_length=1000,
        blank=True,
        help_text=_("Example: “Has a pupil said something that worries you? Call us.”"),
    )

    # What happens when you call. A field without a fact stays empty and is not shown.
    call_process = models.TextField(
        _("what happens with your call"),
        max_length=1500,
        blank=True,
        help_text=_("Example: “You talk to an adviser, who asks what you have seen.”"),
    )
    anonymity = models.TextField(
        _("anonymity"),
        max_length=1000,
        blank=True,
        help_text=_("Example: “You need not give your name.”"),
    )
    confidentiality = models.TextField(
        _("duty of confidentiality"),
        max_length=1000,
        blank=True,
        help_text=_("Example: “The advisers have a duty of confidentiality.”"),
    )
    record_duty = models.TextField(
        _("duty to take notes"),
        max_length=1000,
        blank=True,
        help_text=_("Example: “The adviser has to take notes of the call.”"),
    )
    information_sharing = models.TextField(
        _("who is told"),
        max_length=1000,
        blank=True,
        help_text=_("Example: “Others are told only if somebody is in danger.”"),
    )
    cost = models.TextField(
        _("what it costs"),
        max_length=300,
        blank=True,
        help_text=_("Example: “Advice is free of charge.”"),
    )
    interpreter = models.TextField(
        _("interpreter"),
        max_length=300,
        blank=True,
        help_text=_("Example: “Say so if you need an interpreter.”"),
    )

    position = models.PositiveIntegerField(
        _("position"),
        default=10,
        help_text=_("The first unit's number stands on every page."),
    )

    class Meta(Publishable.Meta):
        ordering = ["position", "pk"]
        verbose_name = _("advice unit")
        verbose_name_plural = _("advice units")

    def __str__(self):
        return self.name

    @property
    def is_vital(self):
        return True

    def get_absolute_url(self):
        return reverse("advice")

    @property
    def schedule(self):
        return Schedule(
            frozenset(row.stretch for row in self.opening_hours.all()),
            frozenset(row.date for row in self.closed_days.all()),
        )

    @property
    def audiences(self):
        """Those whom the unit has something to say to, as (field, name, anchor, text)."""
        return [
            (field, name, anchor, getattr(self, field))
            for field, name, anchor in self.AUDIENCES
            if getattr(self, field)
        ]

    @property
    def about_the_call(self):
        """The facts there are about a call, as (field, heading, text)."""
        return [
            (name, self._meta.get_field(name).verbose_name, getattr(self, name))
            for name in self.ABOUT_THE_CALL
            if getattr(self, name)
        ]

    def searchable(self):
        texts = [
            self.summary,
            *[text for *_names, text in self.audiences],
            *[text for *_names, text in self.about_the_call],
            *[row.number.as_e164 for row in self.phone_numbers.all()],
        ]
        return self.name, " ".join(text for text in texts if text)
