"""The words that stand in the index, counted."""

from .models import Term

# Danes write compounds in one word; a shorter part would be found in words of its own.
SHORTEST_PART = 4


def learn(counts):
    """Count words in, and return the lexeme of each."""
    terms = {scoped: term or new_term(*scoped) for scoped, term in look_up(counts).items()}
    save(terms, counts)
    return {scoped: term.lexeme for scoped, term in terms.items()}


def forget(counts):
    """Count words out; those that stand nowhere any more are dropped."""
    terms = {scoped: term for scoped, term in look_up(counts).items() if term}
    save(terms, {scoped: -uses for scoped, uses in counts.items()})
    gone = [term.pk for term in terms.values() if term.uses <= 0]
    Term.objects.filter(pk__in=gone).delete()


def look_up(counts):
    known = Term.objects.in_bulk([scope.mark(word) for scope, word in counts])
    return {(scope, word): known.get(scope.mark(word)) for scope, word in counts}


def new_term(scope, word):
    lexeme = scope.lexeme(word)
    return Term(
        word=scope.mark(word),
        lexeme=lexeme,
        head=head(lexeme, scope),
        tail=tail(lexeme, scope),
        uses=0,
    )


def head(lexeme, scope):
    return lexeme[: len(scope.mark("")) + SHORTEST_PART]


def tail(lexeme, scope):
    return scope.mark(lexeme.removeprefix(scope.mark(""))[-SHORTEST_PART:])


def save(terms, changes):
    for scoped, term in terms.items():
        term.uses += changes[scoped]
    Term.objects.bulk_create(
        terms.values(), update_conflicts=True, unique_fields=["word"], update_fields=["uses"]
    )
