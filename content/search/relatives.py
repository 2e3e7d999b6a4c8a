"""Which words of the index a visitor's word stands for."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q

from .models import Term
from .scopes import Scope, scopes_of
from .slips import neighbours
from .vocabulary import SHORTEST_PART, head, tail

# A word on a large site can have thousands of relatives; the commonest are enough.
MOST_RELATIVES = 50
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
    condition = reduce(or_, (each.condition() for each in wanted))
    terms = Term.objects.filter(condition).order_by("-uses", "word")
    found = {word: [] for word in words}
    for term in terms[: MOST_RELATIVES * len(words)]:
        for each in wanted:
            if each.covers(term):
                found[each.word].append(term)
    return found


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
