from modeltranslation.translator import TranslationOptions, register

from .models import UpdateNote, Withdrawal, YearlyTask


@register(UpdateNote)
class UpdateNoteTranslation(TranslationOptions):
    fields = ["title", "note"]
    required_languages = ["da"]


@register(Withdrawal)
class WithdrawalTranslation(TranslationOptions):
    fields = ["reason"]


@register(YearlyTask)
class YearlyTaskTranslation(TranslationOptions):
    fields = ["name", "what_to_do"]
    required_languages = {"da": ["name"]}
