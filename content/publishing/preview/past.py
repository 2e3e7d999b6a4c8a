"""The whole site as the public saw it at a moment."""

from content.publishing import together
from content.publishing.history.snapshot import exists
from content.publishing.models import Publishable, UpdateNote
from content.publishing.references import leads_to_publishable

from .former_addresses import put_back_addresses
from .former_withdrawals import put_back_withdrawals
from .rebuilding import add_related, as_it_was, insert_all, insert_somehow
from .scene import Scene
from .stale import rows_at, stale, take_away
from .then import Then

State = Publishable.State


def past(version, at):
    """A Scene with the object of `version` as it was in it, among what was public at `at`."""
    return Past(version, at).scene()


class Past:
    """
    What has changed since is made anew as it was, and what is new is taken away.

    In the transaction of a preview, which is rolled back.
    """

    def __init__(self, version, at):
        self.asked = version.content_type.model_class(), version.object_id
        self.then = Then(at)
        self.stale = stale(self.then) | {self.asked}
        together.lock(self.stale)
        self.rows = rows_at(self.stale)
        self.versions = self.then.versions(self.stale) | {self.asked: version}
        self.refusals = []

    def scene(self):
        asked = self.as_it_was(self.asked, self.is_somewhere)
        foundations = self.foundations(asked)
        self.stale -= foundations - self.versions.keys()
        take_away(self.stale)
        made = {
            place: asked if place == self.asked else self.as_it_was(place, self.is_there)
            for place in self.versions
        }
        for place, instance in made.items():
            is_shown = place == self.asked or place in foundations
            self.date(instance, State.PUBLISHED if is_shown else self.then.state(place))
        self.insert(made)
        self.let_be_public(foundations - made.keys())
        put_back_addresses(self.stale, made.values())
        put_back_withdrawals(self.then)
        UpdateNote.objects.filter(published_at__gt=self.then.at).delete()
        return Scene([self.as_stored(asked)], self.refusals, self.then.at)

    def as_it_was(self, place, exists):
        return as_it_was(place, self.versions[place], self.rows.get(place), exists)

    def is_there(self, field, key):
        """Whether there was something then for the field to lead to."""
        place = field.related_model, key
        return place in self.versions or (place not in self.stale and exists(field, key))

    def is_somewhere(self, field, key):
        """For what is asked for there may also be what is there now."""
        return (field.related_model, key) in self.versions or exists(field, key)

    def foundations(self, instance):
        """What `instance` stands on and the public did not see; it can't be shown without."""
        found, waiting = set(), [instance]
        while waiting:
            for place in stands_on(waiting.pop()) - found - {self.asked}:
                if self.then.state(place) != State.PUBLISHED:
                    found.add(place)
                    model, key = place
                    waiting += model._base_manager.filter(pk=key)
        return found

    def date(self, instance, state):
        place = type(instance), instance.pk
        known = [instance.first_published_at, self.then.first_published.get(place)]
        first = min([moment for moment in known if moment] + [self.then.at])
        instance.state, instance.first_published_at = state, first
        instance.last_updated_at = self.then.last_told.get(place, first)

    def insert(self, made):
        for instance in insert_all(made.values()):
            place = type(instance), instance.pk
            title = self.versions[place].title
            self.refusals.append(insert_somehow(instance, self.rows.get(place), title))
        for place, instance in made.items():
            if not instance._state.adding:
                add_related(self.versions[place], instance)

    def let_be_public(self, places):
        for row in rows_at(places).values():
            self.date(row, State.PUBLISHED)
            row.save()

    def as_stored(self, instance):
        return type(instance)._base_manager.filter(pk=instance.pk).first() or instance


def stands_on(instance):
    return {
        (field.related_model, key)
        for field in instance._meta.concrete_fields
        if leads_to_publishable(field) and (key := getattr(instance, field.attname)) is not None
    }
