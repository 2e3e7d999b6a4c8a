from modeltranslation.translator import TranslationOptions, register

from .models import SiteSettings


@register(SiteSettings)
class SiteSettingsTranslation(TranslationOptions):
    fields = ["site_name", "organisation", "other_formats"]
    required_languages = {"da": ["site_name", "organisation"]}
