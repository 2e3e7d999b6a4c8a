"""A scale of round numbers."""

from itertools import count


def round_scale(highest, intervals):
    """Round numbers from 0 up to `highest` or just above, in at most so many steps."""
    highest = max(highest, 1)
    step = next(step for step in round_steps() if step * intervals >= highest)
    top = -(-highest // step) * step
    return list(range(0, top + 1, step))


def round_steps():
    """1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000 and so on."""
    yield from [1, 2, 5]
    for power in count():
        yield from (factor * 10**power for factor in (10, 20, 25, 50))
