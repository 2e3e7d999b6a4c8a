"""What the public was told at a moment of what had been withdrawn by then."""

from content.publishing.history.as_of import TURNS, last_of_each
from content.publishing.models import Act, Withdrawal
from content.publishing.withdrawals import from_log


def put_back_withdrawals(then):
    """Those that have been taken back since are read off the log, banners too."""
    Withdrawal.objects.filter(at__gt=then.at).delete()
    known = set(Withdrawal.objects.values_list("content_type", "object_id"))
    acts = last_of_each(Act.objects.filter(action__in=TURNS, at__lte=then.at))
    for place, act in acts.items():
        is_known = (act.content_type_id, act.object_id) in known
        if is_known or act.action != Act.Action.WITHDRAWN or not then.state(place):
            continue
        if withdrawal := from_log(act):
            withdrawal.save()
