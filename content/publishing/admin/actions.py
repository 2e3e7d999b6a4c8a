from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction

from .bulk import BulkPublishing
from .seen import check_seen, seen_in
from .withdrawing import Withdrawing


class PublishingActions(BulkPublishing, Withdrawing):
    """Publishing and withdrawing from the list."""

    actions = ["publish_selected", "withdraw_selected"]

    def get_actions(self, request):
        actions = super().get_actions(request)
        # What is gone can't be had back: one at a time, from its own form.
        actions.pop("delete_selected", None)
        return actions

    @transaction.atomic
    def change_one(self, request, pk, change, message, *args):
        """Change one object and say how it went; one that can't be stops no other."""
        obj = self.locked(pk)
        try:
            check_seen(seen_in(request.POST), [obj])
            change(request, obj, *args)
        except ValidationError as error:
            for reason in error.messages:
                self.message_user(request, f"{obj}: {reason}", messages.ERROR)
        else:
            self.message_user(request, message % obj, messages.SUCCESS)
