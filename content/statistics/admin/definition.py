from django.contrib import admin

from content.publishing.admin import PublishingAdmin
from content.statistics.models import Definition


@admin.register(Definition)
class DefinitionAdmin(PublishingAdmin):
    search_fields = ["name_da", "name_en"]
