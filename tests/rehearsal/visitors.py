"""Who uses the cluster: as a browser does, with stylesheets and searches."""

from itertools import count

from tests.faults.stage import READ
from tests.faults.visitor import PAUSE, StyledReader, served
from tests.visitors import Visitor

NEW_SEARCH = "/soeg/?q=ord"


class Searcher(Visitor):
    """Searches for what nobody has searched for, which no cache on the way can answer."""

    pause = PAUSE

    def __init__(self, port):
        super().__init__()
        self.searches = (f"{NEW_SEARCH}{number}" for number in count())
        self.port = port

    def visit(self):
        served(self.port, next(self.searches))


def readers(port, how_many):
    return [StyledReader(port, READ) for _ in range(how_many)]
