from modeltranslation.translator import TranslationOptions, register

from .models import MemberCity, Network


@register(Network)
class NetworkTranslation(TranslationOptions):
    fields = ["lead", "description", "secretariat", "funding"]


@register(MemberCity)
class MemberCityTranslation(TranslationOptions):
    fields = ["name"]
    required_languages = ["da"]
