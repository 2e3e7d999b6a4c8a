from django.contrib import messages
from django.contrib.admin import action
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing import door, references

from .withdrawing import Withdrawing


class PublishingActions:
    """Publishing from the list."""

    actions = ["publish_selected", *Withdrawing.actions]

    def get_actions(self, request):
        actions = super().get_actions(request)
        # What is gone can't be had back: one at a time, from its own form.
        actions.pop("delete_selected", None)
        return actions

    @action(
        description=_("Publish the selected %(verbose_name_plural)s"), permissions=["publish"]
    )
    def publish_selected(self, request, queryset):
        """In the list's order, so that a page comes before the pages below it."""
        for pk in [obj.pk for obj in queryset if not obj.is_published]:
            self.change_one(request, pk, self.publish_one, gettext("“%s” is public."))

    @transaction.atomic
    def change_one(self, request, pk, change, message, *args):
        """Change one object and say how it went; one that can't be stops no other."""
        obj = self.locked(pk)
        try:
            change(request, obj, *args)
        except ValidationError as error:
            for reason in error.messages:
                self.message_user(request, f"{obj}: {reason}", messages.ERROR)
        else:
            self.message_user(request, message % obj, messages.SUCCESS)

    def publish_one(self, request, obj):
        obj.full_clean()
        for target in references.unseen(obj).values():
            raise ValidationError(
                gettext("“%(object)s” is not public. Publish it first.") % {"object": target}
            )
        door.publish(obj, author=request.user)
