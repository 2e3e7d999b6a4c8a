from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.manager import get_translatable_fields_for_model

from content.publishing.attention.content import content_models
from content.publishing.attention.places import anchor, day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.languages import text_in
from content.publishing.rules import in_use, without_english


@source("english", _("English texts"))
def english_missing():
    for model in filter(get_translatable_fields_for_model, content_models()):
        lacking = in_use(model.objects.select_related()).filter(without_english(model))
        yield from map(row, lacking)


def row(instance):
    model = type(instance)
    missing = [
        name
        for name in get_translatable_fields_for_model(model)
        if text_in(instance, name, "da") and not text_in(instance, name, "en")
    ]
    names = ", ".join(str(model._meta.get_field(name).verbose_name) for name in missing)
    return Row(
        target=instance,
        weight=Risk.LATER,
        what=gettext("English is missing: %(fields)s.") % {"fields": names},
        since=day(instance.last_updated_at),
        anchor=anchor(model, f"{missing[0]}_en"),
    )
