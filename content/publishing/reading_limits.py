"""How hard a text may be to read before its editor is told: the one place that says so."""

# LIX, see readability.py. Where somebody in need looks for help they may be frightened
# and in a hurry.
IN_NEED = 45
ELSEWHERE = 55


def limit_of(instance):
    return IN_NEED if getattr(instance, "is_vital", False) else ELSEWHERE
