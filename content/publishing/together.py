"""Several changes of what is public, of which all happen or none."""

from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import transaction


@transaction.atomic
def do_together(steps):
    """
    Take each of `steps`, pairs of a name and a function, in the order that works.

    A page above goes before those below. ValidationError with what is wrong, by name,
    when there is no such order.
    """
    steps = list(steps)
    while steps:
        refused = [(step, error) for step in steps if (error := refusal(step))]
        if len(refused) == len(steps):
            raise ValidationError([message for _step, error in refused for message in error])
        steps = [step for step, _error in refused]


def refusal(step):
    name, function = step
    try:
        with transaction.atomic():
            function()
    except ValidationError as error:
        return [f"{name}: {reason}" for reason in error.messages]
    return None


def lock(objects):
    """
    Lock the rows of `objects`, pairs of a model and a key, in the same order always.

    Before the edition's row, as a save in a form does it, so that no two wait for each
    other.
    """
    in_order = sorted(objects, key=lambda each: (each[0]._meta.label, each[1]))
    for model, pairs in groupby(in_order, key=lambda each: each[0]):
        keys = [pk for _model, pk in pairs]
        list(model._base_manager.select_for_update().filter(pk__in=keys).order_by("pk"))
