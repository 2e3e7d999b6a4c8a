from .advice_unit import AdviceUnit, PhoneNumber
from .help_line import HelpLine
from .hours import ClosedDay, HelpLineHours, OpeningHours

__all__ = [
    "AdviceUnit",
    "ClosedDay",
    "HelpLine",
    "HelpLineHours",
    "OpeningHours",
    "PhoneNumber",
]
