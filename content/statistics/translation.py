from modeltranslation.translator import TranslationOptions, register

from .models import ConcernYear, Definition


@register(Definition)
class DefinitionTranslation(TranslationOptions):
    fields = ["name", "referrals", "interventions"]
    required_languages = ["da"]


@register(ConcernYear)
class ConcernYearTranslation(TranslationOptions):
    fields = ["note"]
