from itertools import groupby

from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modeltranslation.manager import get_translatable_fields_for_model

from content.publishing.attention.content import content_models, with_targets
from content.publishing.attention.places import anchor, day
from content.publishing.attention.registry import source
from content.publishing.attention.row import Risk, Row
from content.publishing.languages import text_in
from content.publishing.models import Publishable, Translation
from content.publishing.rules import in_use, without_english
from content.publishing.translations import field_label


@source("english", _("English is missing"))
def english_missing():
    for model in filter(get_translatable_fields_for_model, content_models()):
        lacking = in_use(model.objects.select_related()).filter(without_english(model))
        yield from map(missing_row, lacking)


def missing_row(instance):
    model = type(instance)
    missing = [
        name
        for name in translated_fields(model)
        if text_in(instance, name, "da") and not text_in(instance, name, "en")
    ]
    names = ", ".join(str(model._meta.get_field(name).verbose_name) for name in missing)
    what = gettext("English is missing: %(fields)s.") % {"fields": names}
    return Row(
        target=instance,
        weight=Risk.LATER,
        what=what if missing else gettext("English is missing in the rows."),
        since=day(instance.last_updated_at),
        anchor=anchor(model, f"{missing[0]}_en") if missing else "",
    )


def translated_fields(model):
    """In the model's order, which is the form's."""
    names = get_translatable_fields_for_model(model)
    return sorted(names, key=lambda name: model._meta.get_field(name).creation_counter)


@source("outdated", _("English is outdated"))
def english_outdated():
    """One row an object, however many of its texts have changed since."""
    outdated = Translation.objects.filter(state=Translation.State.OUTDATED)
    in_order = with_targets(outdated.order_by("content_type", "object_id", "rows", "field"))
    for _key, texts in groupby(
        in_order, key=lambda each: (each.content_type_id, each.object_id)
    ):
        texts = list(texts)
        target = texts[0].target
        if target is not None and target.state != Publishable.State.WITHDRAWN:
            yield outdated_row(target, texts)


def outdated_row(target, texts):
    model, first = type(target), texts[0]
    names = ", ".join(field_label(model, each.rows, each.field) for each in texts)
    what = gettext("The Danish has changed since the English was approved: %(fields)s.")
    return Row(
        target=target,
        weight=Risk.LATER,
        what=what % {"fields": capfirst(names)},
        since=day(target.last_updated_at),
        anchor="" if first.rows else anchor(model, f"{first.field}_en"),
    )
