"""Yearly figures for the tests of statistics."""

from content.publishing import door
from content.statistics.models import ConcernYear, Definition


def define(name="Henvendelser", **values):
    definition = Definition(
        name_da=name, referrals_da="Henvendelser", interventions_da="Indsatser", **values
    )
    door.publish(definition)
    return definition


def publish_year(definition, year, referrals, interventions, **values):
    row = ConcernYear(
        year=year,
        referrals=referrals,
        interventions=interventions,
        definition=definition,
        **values,
    )
    door.publish(row)
    return row
