from modeltranslation.translator import TranslationOptions, register

from .models import Document, Initiative, Page, Recommendation


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ["title", "lead", "body", "neutral_title"]
    required_languages = {"da": ["title"]}


@register(Recommendation)
class RecommendationTranslation(TranslationOptions):
    fields = ["title", "text"]
    required_languages = {"da": ["title"]}


@register(Initiative)
class InitiativeTranslation(TranslationOptions):
    fields = ["title", "text", "administration"]
    required_languages = {"da": ["title"]}


@register(Document)
class DocumentTranslation(TranslationOptions):
    fields = ["title", "alt"]
    required_languages = {"da": ["title"]}
