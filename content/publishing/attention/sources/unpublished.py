from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.publishing.attention.content import content_models
from content.publishing.attention.places import day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.models import Version
from content.publishing.rules import unpublished


@source("unpublished", _("Not yet published"))
def never_published():
    for model in content_models():
        for instance in with_first_save(model).filter(unpublished(model)):
            yield Row(
                target=instance,
                weight=Risk.LATER,
                what=gettext("The public has not seen it yet."),
                since=day(instance.first_saved_at),
            )


def with_first_save(model):
    versions = Version.objects.filter(
        content_type=ContentType.objects.get_for_model(model), object_id=OuterRef("pk")
    )
    first = versions.order_by("pk").values("saved_at")[:1]
    return model.objects.select_related().annotate(first_saved_at=Subquery(first))
