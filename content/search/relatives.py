"""Which words of the index a visitor's word stands for."""

from typing import NamedTuple

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

# Each reads its index in the order of use and stops when it has enough, however many
# relatives there are. That is why it isn't one condition with “or”, nor Django's union,
# whose parts can't be limited in SQLite.
NEAREST = """
    SELECT * FROM (
        SELECT word, lexeme, uses, %s AS wanted, {place} AS place
        FROM search_term WHERE {condition} ORDER BY uses DESC, word LIMIT %s
    ) AS nearest_{number}
"""
ITSELF, COMPOUND = 0, 1


class Wanted(NamedTuple):
    """The lexeme of a visitor's word in one of the scopes where it may stand."""

    scope: Scope
    lexeme: str

    @property
    def part(self):
        """The lexeme without its scope, as it stands in a compound; "" if it can't."""
        part = self.lexeme.removeprefix(self.scope.mark(""))
        compounds = self.scope.written_in in COMPOUNDING and len(part) >= SHORTEST_PART
        return part if compounds else ""

    def conditions(self):
        """(place, SQL, parameters): the word with its inflections comes first."""
        yield ITSELF, "lexeme = %s", [self.lexeme]
        if self.part:
            yield (
                COMPOUND,
                "head = %s AND lexeme LIKE %s",
                [head(self.lexeme, self.scope), f"{self.lexeme}%"],
            )
        if self.part and self.part not in ENDINGS:
            yield (
                COMPOUND,
                "tail = %s AND lexeme LIKE %s",
                [tail(self.lexeme, self.scope), f"%{self.part}"],
            )


def relatives(words, language):
    """
    The terms that each of `words` stands for: its inflections and its compounds.

    Where there are none, a slip of the finger is assumed.
    """
    found = inflections_and_compounds(words, language)
    unknown = [word for word in words if not found[word]]
    return found | corrected(unknown[:MOST_SLIPS], language)


def inflections_and_compounds(words, language):
    if not words:
        return {}
    wanted = {
        word: [Wanted(scope, scope.lexeme(word)) for scope in scopes_of(language)]
        for word in words
    }
    share = max(MOST_RELATIVES // len(words), FEWEST_RELATIVES)
    terms = nearest({each for several in wanted.values() for each in several}, share)
    return {
        word: the_nearest([term for each in several for term in terms[each.lexeme]], share)
        for word, several in wanted.items()
    }


def the_nearest(terms, share):
    """The words themselves with their inflections, and then their commonest compounds."""
    found = {}
    for term in sorted(terms, key=lambda term: (term.place, -term.uses, term.word)):
        found.setdefault(term.word, term)
    return list(found.values())[:share]


def nearest(wanted, most):
    """By lexeme, `most` of each kind of relatives; those that fit two kinds come twice."""
    parts, parameters = [], []
    for each in sorted(wanted):
        for place, condition, values in each.conditions():
            parts.append(NEAREST.format(place=place, condition=condition, number=len(parts)))
            parameters += [each.lexeme, *values, most]
    found = {each.lexeme: [] for each in wanted}
    for term in Term.objects.raw("UNION ALL".join(parts), parameters):
        found[term.wanted].append(term)
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
