"""What there was of the content at a moment, object by object, read off the log."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max, Min

from content.publishing.history.as_of import last_of_each, turns
from content.publishing.models import Act, Publishable, UpdateNote, Version

State = Publishable.State
STATES = {Act.Action.PUBLISHED: State.PUBLISHED, Act.Action.WITHDRAWN: State.WITHDRAWN}


class Then:
    """Each object is known by its place: its model and its key."""

    def __init__(self, at):
        self.at = at
        before = turns().filter(at__lte=at)
        self.turns = last_of_each(before)
        self.publications = last_of_each(before.filter(action=Act.Action.PUBLISHED))
        now = last_of_each(turns())
        # Where something has happened since.
        self.changed = {
            place for place in {*self.turns, *now} if self.turns.get(place) != now.get(place)
        }
        published = turns().filter(action=Act.Action.PUBLISHED)
        self.first_published = by_place(published, Min("at"))
        told = UpdateNote.objects.filter(published_at__lte=at)
        self.last_told = by_place(told, Max("published_at"))

    def state(self, place):
        """None for what had not been published yet, or was deleted by then."""
        turn = self.turns.get(place)
        return STATES.get(turn.action) if turn and place in self.publications else None

    def versions(self, places):
        """{place: the version that was public last} of those of `places` that were there."""
        keys = {
            self.publications[place].version_id: place for place in places if self.state(place)
        }
        found = Version.objects.in_bulk([key for key in keys if key])
        return {keys[key]: found[key] for key in sorted(found)}


def by_place(rows, moment):
    """{place: the earliest or the latest `moment` of its rows}."""
    found = rows.order_by().values_list("content_type", "object_id").annotate(moment)
    return {
        (ContentType.objects.get_for_id(kind).model_class(), key): at for kind, key, at in found
    }
