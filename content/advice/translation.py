from modeltranslation.translator import TranslationOptions, register

from .models import AdviceUnit, ClosedDay, HelpLine, PhoneNumber


@register(AdviceUnit)
class AdviceUnitTranslation(TranslationOptions):
    fields = [
        "name",
        "summary",
        "for_parents",
        "for_pedagogues",
        "for_teachers",
        "call_process",
        "anonymity",
        "confidentiality",
        "record_duty",
        "information_sharing",
        "cost",
        "interpreter",
    ]
    required_languages = {"da": ["name"]}


@register(PhoneNumber)
class PhoneNumberTranslation(TranslationOptions):
    fields = ["label"]


@register(ClosedDay)
class ClosedDayTranslation(TranslationOptions):
    fields = ["reason"]


@register(HelpLine)
class HelpLineTranslation(TranslationOptions):
    fields = ["name", "situation", "description"]
    required_languages = {"da": ["name", "situation"]}
