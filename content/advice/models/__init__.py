from .advice_unit import AdviceUnit
from .help_line import HelpLine
from .hours import ClosedDay, HelpLineHours, OpeningHours
from .phone_number import PhoneNumber

__all__ = [
    "AdviceUnit",
    "ClosedDay",
    "HelpLine",
    "HelpLineHours",
    "OpeningHours",
    "PhoneNumber",
]
