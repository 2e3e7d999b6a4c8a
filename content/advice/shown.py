"""What pages say of hours is made once an edition, and again when the hours change."""

from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string

from content.publishing.kept import kept_for_edition

from .contact import contacts
from .opening import midnight_after


@dataclass(frozen=True)
class Shown:
    """What a template made of `said`, which holds from `made_at` until `until`."""

    html: str
    said: dict
    made_at: datetime
    until: datetime

    def holds(self, at):
        return self.made_at <= at < self.until


def shown(template, say, at):
    """The Shown of `template` at the moment `at`, with what `say(at)` returns."""
    made = made_last()
    last = made.get(template)
    if last is None or not last.holds(at):
        last = made[template] = make(template, say(at), at)
    return last


@kept_for_edition
def made_last():
    """By template; of each the last one."""
    return {}


def make(template, said, at):
    # At midnight a closed day is over, and tomorrow becomes today.
    edges = [midnight_after(at), contacts().next_edge(at)]
    return Shown(render_to_string(template, said), said, at, min(filter(None, edges)))
