from modeltranslation.translator import TranslationOptions, register

from .models import UpdateNote, Withdrawal


@register(UpdateNote)
class UpdateNoteTranslation(TranslationOptions):
    fields = ["title", "note"]
    required_languages = ["da"]


@register(Withdrawal)
class WithdrawalTranslation(TranslationOptions):
    fields = ["reason"]
