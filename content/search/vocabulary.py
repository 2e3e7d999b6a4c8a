"""The words that stand in the index, counted."""

from .models import Term

# Danes write compounds in one word; a shorter part would be found in words of its own.
SHORTEST_PART = 4


def count(learned, forgotten):
    """
    Count words in and others out, and return the lexeme of each that was learned.

    Most words of a text that is published again are in both, and cost no writing. Those
    that stand nowhere any more are dropped.
    """
    terms = look_up(learned | forgotten)
    changed = {scoped: learned[scoped] - forgotten[scoped] for scoped in terms}
    for scoped, change in changed.items():
        terms[scoped].uses += change
    save([terms[scoped] for scoped, change in changed.items() if change])
    return {scoped: terms[scoped].lexeme for scoped in learned}


def begin(counts, lexeme):
    """Write down all words of an index that had none, with their lexemes."""
    Term.objects.bulk_create(
        (new_term(*scoped, lexeme[scoped], uses) for scoped, uses in counts.items()),
        batch_size=1000,
    )


class Lexemes(dict):
    """Of each word that it is asked for; a word is stemmed once, however often it stands."""

    def __missing__(self, scoped):
        scope, word = scoped
        self[scoped] = scope.lexeme(word)
        return self[scoped]


def look_up(words):
    known = Term.objects.in_bulk([scope.mark(word) for scope, word in words])
    return {
        (scope, word): known.get(scope.mark(word)) or new_term(scope, word, scope.lexeme(word))
        for scope, word in words
    }


def new_term(scope, word, lexeme, uses=0):
    return Term(
        word=scope.mark(word),
        lexeme=lexeme,
        head=head(lexeme, scope),
        tail=tail(lexeme, scope),
        uses=uses,
    )


def head(lexeme, scope):
    return lexeme[: len(scope.mark("")) + SHORTEST_PART]


def tail(lexeme, scope):
    return scope.mark(lexeme.removeprefix(scope.mark(""))[-SHORTEST_PART:])


def save(terms):
    Term.objects.bulk_create(
        [term for term in terms if term.uses > 0],
        update_conflicts=True,
        unique_fields=["word"],
        update_fields=["uses"],
    )
    Term.objects.filter(pk__in=[term.pk for term in terms if term.uses <= 0]).delete()
