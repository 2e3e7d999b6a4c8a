from .comparing import Comparing
from .recovering import Recovering
from .restoring import Restoring
from .timeline import Timeline


class History(Comparing, Timeline, Restoring, Recovering):
    """Every version there was, and the way back to each."""
