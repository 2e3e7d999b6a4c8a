"""One object of a plan goes out, or comes off."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content.publishing import door, drafts, publication
from content.publishing.history import versions
from content.publishing.models import Act, Draft, PlannedAct, Version, Withdrawal
from content.publishing.models.planned_act import AT_THE_DOOR


def perform(act, plan):
    model = act.content_type.model_class()
    target = model._base_manager.filter(pk=act.object_id).first()
    if target is None:
        raise ValidationError(_("This has been deleted since it was planned."))
    if act.publishes:
        publish(act, plan, target)
    else:
        withdraw(act, plan, target)
    let_others_follow(act, target)


def publish(act, plan, target):
    if act.is_outdated:
        raise ValidationError(
            _("This has been published or withdrawn by hand since it was planned.")
        )
    later = drafts.shown_to_editors(target)
    instance = publication.publish_version(act.version, author=plan.made_by)
    if later and later.pk > act.version_id and later.origin == Version.Origin.DRAFT:
        # What was written since is still a draft.
        public = versions.newest_public(instance)
        Draft.objects.create(target=instance, version=later, based_on=public)


def withdraw(act, plan, target):
    """Nothing is to be done when somebody has withdrawn it before."""
    if not target.is_published:
        return
    # What must stay is the editors' rule, so it is asked where they withdraw by hand.
    if reason := admin.site.get_model_admin(type(target)).why_keep(target):
        raise ValidationError(reason)
    gone = Withdrawal(kind=Withdrawal.Kind.GONE)
    door.withdraw(target, author=plan.made_by, withdrawal=gone, why=_("as planned"))


def let_others_follow(act, target):
    """A later plan for the object, made with this one in sight, still holds."""
    newest = Act.objects.of(target).filter(action__in=AT_THE_DOOR).first()
    others = PlannedAct.objects.of(target).open().filter(known=act.newest_id)
    if act.publishes:
        # An older text must not come after a newer one.
        others = others.filter(version__gt=act.version_id)
    others.exclude(pk=act.pk).update(known=newest)
