"""Which words of the index a visitor's word stands for."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Case, Q, Value, When

from .models import Term
from .scopes import Scope, scopes_of
from .slips import neighbours
from .vocabulary import SHORTEST_PART, head, tail

# A word on a large site can have thousands of relatives; the commonest are enough. The
# engine counts the entries of each, so several words share them; a few are left to each.
MOST_RELATIVES = 50
FEWEST_RELATIVES = 12
# Slips are looked for in this many words of a query.
MOST_SLIPS = 3
# The languages that write compounds in one word.
COMPOUNDING = {"da"}
# Endings that make a noun of a verb: “vurdering” is no compound of “ring”.
ENDINGS = {"ring", "ering", "ning", "ling", "else"}


class Wanted(NamedTuple):
    """A visitor's word, and its lexeme in one of the scopes where it may stand."""

    word: str
    scope: Scope
    lexeme: str

    @property
    def part(self):
        """The lexeme without its scope, as it stands in a compound; "" if it can't."""
        part = self.lexeme.removeprefix(self.scope.mark(""))
        compounds = self.scope.written_in in COMPOUNDING and len(part) >= SHORTEST_PART
        return part if compounds else ""

    def condition(self):
        terms = Q(lexeme=self.lexeme)
        if self.part:
            terms |= Q(head=head(self.lexeme, self.scope), lexeme__startswith=self.lexeme)
        if self.part and self.part not in ENDINGS:
            terms |= Q(tail=tail(self.lexeme, self.scope), lexeme__endswith=self.part)
        return terms

    def covers(self, term):
        if not term.lexeme.startswith(self.scope.mark("")):
            return False
        if not self.part:
            return term.lexeme == self.lexeme
        return term.lexeme.startswith(self.lexeme) or term.lexeme.endswith(self.part)


def relatives(words, language):
    """
    The terms that each of `words` stands for: its inflections and its compounds.

    Where there are none, a slip of the finger is assumed.
    """
    found = inflections_and_compounds(words, language)
    unknown = [word for word in words if not found[word]]
    return found | corrected(unknown[:MOST_SLIPS], language)


def inflections_and_compounds(words, language):
    wanted = [
        Wanted(word, scope, scope.lexeme(word))
        for word in words
        for scope in scopes_of(language)
    ]
    if not wanted:
        return {}
    share = max(MOST_RELATIVES // len(words), FEWEST_RELATIVES)
    found = {word: [] for word in words}
    for term in nearest(wanted, 2 * share * len(words)):
        for each in wanted:
            if len(found[each.word]) < share and each.covers(term):
                found[each.word].append(term)
    return found


def nearest(wanted, most):
    """The words themselves with their inflections, and then their commonest compounds."""
    condition = reduce(or_, (each.condition() for each in wanted))
    is_itself = Q(lexeme__in=[each.lexeme for each in wanted])
    place = Case(When(is_itself, then=Value(0)), default=Value(1))
    return Term.objects.filter(condition).order_by(place, "-uses", "word")[:most]


def corrected(words, language):
    meant = {
        scope.mark(neighbour): word
        for word in words
        for neighbour in neighbours(word)
        for scope in scopes_of(language)
    }
    found = {word: [] for word in words}
    if meant:
        for term in Term.objects.filter(pk__in=meant):
            found[meant[term.word]].append(term)
    return found
