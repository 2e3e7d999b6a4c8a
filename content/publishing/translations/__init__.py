"""Whether the English of each text still says what the Danish does."""

from .attention import field_label, needing_work
from .stamping import approve, forget, outdated, stamp

__all__ = ["approve", "field_label", "forget", "needing_work", "outdated", "stamp"]
