"""What a form tells of its English texts, as the version that it shows would have them."""

from dataclasses import dataclass
from functools import cached_property

from content.publishing.comparing.words import excerpt, pieces
from content.publishing.history import versions
from content.publishing.history.snapshot import snapshot
from content.publishing.models import Translation
from content.publishing.translations.approval import approval_of, state_of
from content.publishing.translations.stamping import approval_at, known_of
from content.publishing.translations.texts import Text, texts_of

State = Translation.State


@dataclass(frozen=True)
class Told:
    """What is said beside one text."""

    place: tuple
    state: str
    text: Text
    # The Danish that was translated.
    approved: str
    # Whether the public text is outdated as well, by the same Danish.
    may_be_approved: bool

    @property
    def value(self):
        return value_of(self.place)

    @cached_property
    def pieces(self):
        before, now = (self.text.words(each) for each in [self.approved, self.text.danish])
        return excerpt(pieces(before, now))


def value_of(place):
    """As a button sends it."""
    return ":".join(place)


def tell(sitting, may_approve):
    """What is to be said of the texts that aren't current: {place: Told}."""
    known = known_of(sitting.obj)
    texts = texts_shown(sitting)
    stored = texts_of_public(sitting.obj) if sitting.is_on_a_draft else texts
    told = {}
    for place, text in texts.items():
        approval = approval_of(text, approval_at(known, place))
        state = state_of(text, approval)
        if state in {State.MISSING, State.OUTDATED}:
            is_stored = place in stored and stored[place].danish_sha256 == text.danish_sha256
            may = may_approve and is_stored and state == State.OUTDATED
            told[place] = Told(place, state, text, approval.approved, may)
    return told


def texts_shown(sitting):
    data = sitting.shown.data if sitting.shown else snapshot(sitting.obj)
    return texts_of(type(sitting.obj), data)


def texts_of_public(obj):
    """Read off the version: while the form is open the rows are those of the draft."""
    public = versions.newest_public(obj)
    return texts_of(type(obj), public.data) if public else {}


def hand_out(told, form, formsets):
    """Let each form have what is told of its own texts."""
    form.english = told_at(told, "", "")
    for formset in formsets:
        rows = formset.fk.remote_field.get_accessor_name()
        for each in formset.forms:
            each.english = told_at(told, rows, str(each.instance.pk))


def told_at(told, rows, key):
    return {f"{place[-1]}_en": each for place, each in told.items() if place[:2] == (rows, key)}
