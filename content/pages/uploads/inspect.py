import logging
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .inspection import refusal
from .kinds import KINDS

log = logging.getLogger(__name__)

MAX_SIZE = 20 * 1024 * 1024
LONGEST_ENDING = 12


def kind_of(name):
    """The kind that the ending of `name` stands for."""
    ending = PurePath(name).suffix.lower()
    if ending not in KINDS:
        raise refusal(
            "type",
            _("Files of the type “%(ending)s” can't be used. Use one of these: %(allowed)s"),
            ending=shown(ending),
            allowed=", ".join(end.removeprefix(".") for end in KINDS),
        )
    return KINDS[ending]


def shown(ending):
    """What a message may repeat of what somebody typed."""
    return "".join(letter for letter in ending[:LONGEST_ENDING] if letter.isprintable())


def inspect(file):
    """Look into an uploaded file, or refuse it with a message for the editor."""
    kind = kind_of(file.name)
    if file.size > MAX_SIZE:
        raise refusal(
            "too-large",
            _("The file is %(size)s. Make it %(most)s at most."),
            size=filesizeformat(file.size),
            most=filesizeformat(MAX_SIZE),
        )
    file.seek(0)
    content = file.read()
    if not content.startswith(kind.magic):
        raise refusal(
            "disguised",
            _("The file isn't what its name says. Save it anew as %(name)s."),
            name=PurePath(file.name).suffix.lower().removeprefix("."),
        )
    return kind.media_type, examine(kind, content)


def examine(kind, content):
    try:
        return kind.examine(content)
    except ValidationError:
        raise
    # The libraries that read the formats may raise anything at bytes out of order.
    except Exception as error:
        log.info("A file of type %s can't be read.", kind.media_type, exc_info=True)
        raise refusal(
            "damaged", _("The file is damaged. Save it again and upload the new file.")
        ) from error
