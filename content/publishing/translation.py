from modeltranslation.translator import TranslationOptions, register

from .models import UpdateNote


@register(UpdateNote)
class UpdateNoteTranslation(TranslationOptions):
    fields = ["title", "note"]
    required_languages = ["da"]
