"""How hard a text may be to read before its editor is told: the one place that says so."""

# LIX, by app: whoever reads about advice may be frightened and in a hurry.
LIMITS = {"advice": 45}
ELSEWHERE = 55


def limit_of(instance):
    return LIMITS.get(instance._meta.app_label, ELSEWHERE)
