"""Several changes of what is public, of which all happen or none."""

from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import transaction


@transaction.atomic
def do_together(steps):
    """
    Call every step, in the order that works: a page above goes before those below.

    ValidationError with what is wrong with those that work in no order.
    """
    while steps:
        refused = {}
        for step in steps:
            try:
                with transaction.atomic():
                    step()
            except ValidationError as error:
                refused[step] = error
        if len(refused) == len(steps):
            raise ValidationError(list(refused.values()))
        steps = list(refused)


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
