"""The log as a file that a spreadsheet opens."""

import codecs
import csv
from itertools import islice

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from content.publishing.comparing.fields import of_the_log, relations_of
from content.publishing.comparing.labels import label
from content.publishing.comparing.led_to import said, words_for
from content.publishing.history.changes import Change
from content.publishing.spreadsheet import plain_text

AT_ONCE = 200


class Line:
    """Lets a csv.writer return what it writes."""

    def write(self, text):
        return text.encode()


def lines(acts):
    """One act after the other as they are read, however many there are."""
    writer = csv.writer(Line())
    # Without the mark spreadsheets take the file for an older character set.
    yield codecs.BOM_UTF8
    yield writer.writerow(headings())
    several = acts.iterator(chunk_size=AT_ONCE)
    while batch := list(islice(several, AT_ONCE)):
        words = words_for(text for act in batch for text in texts_of(act))
        for act in batch:
            yield writer.writerow([plain_text(cell) for cell in cells(act, words)])


def texts_of(act):
    return [change[when] for change in act.changes for when in ("old", "new")]


def headings():
    return [
        _("Time"),
        _("Who"),
        _("Action"),
        _("What"),
        _("Kind of content"),
        _("Number"),
        _("Why"),
        _("Old and new values"),
    ]


def cells(act, words):
    return [
        timezone.localtime(act.at).isoformat(timespec="seconds"),
        act.user_name,
        str(act.get_action_display()),
        act.label,
        capfirst(act.content_type.name) if act.content_type else "",
        str(act.object_id or ""),
        act.note,
        "\n".join(values(act, words)),
    ]


def values(act, words):
    model = act.content_type and act.content_type.model_class()
    if model is None:
        return
    fields, relations = of_the_log(model), relations_of(model)
    for change in (Change(**each) for each in act.changes):
        name = label(change, fields, relations) or change.field
        column = f" {change.field}" if change.rows else ""
        old, new = (said(each, words) for each in [change.old, change.new])
        yield f"{name}{column}: {old} → {new}"
