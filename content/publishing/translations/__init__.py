"""Whether the English of each text still says what the Danish does."""

from .attention import needing_work
from .stamping import approve, forget, outdated, stamp

__all__ = ["approve", "forget", "needing_work", "outdated", "stamp"]
