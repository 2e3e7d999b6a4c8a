"""What there is to say of a rich text before it is stored."""

from .rules.capitals import capitals
from .rules.danger import danger
from .rules.empty_paragraphs import empty_paragraphs
from .rules.headings import headings, headings_in_disguise
from .rules.links import links
from .rules.lists import lists
from .rules.phone_digits import phone_digits
from .rules.tables import tables
from .sanitiser import sanitise
from .tree import parse

RULES = [
    phone_digits,
    headings,
    headings_in_disguise,
    links,
    lists,
    tables,
    empty_paragraphs,
    capitals,
]


def findings(html):
    """Every rule's findings: danger in what was sent, the rest in what would be stored."""
    found = list(danger(parse(html)))
    stored = parse(sanitise(html))
    for rule in RULES:
        found.extend(rule(stored))
    return found
