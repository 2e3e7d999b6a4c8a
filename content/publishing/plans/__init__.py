"""What is to go out or come off at a set time, once and completely."""

from .carrying_out import carry_out, carry_out_due
from .making import Entry, call_off, make, take_off

__all__ = ["Entry", "call_off", "carry_out", "carry_out_due", "make", "take_off"]
