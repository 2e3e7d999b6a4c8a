from django.contrib.admin import SimpleListFilter
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from content.publishing.models import Act


class KindFilter(SimpleListFilter):
    """By the kind of content, of which only those in the log are offered."""

    title = _("kind of content")
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        used = Act.objects.order_by().values("content_type")
        kinds = ContentType.objects.filter(pk__in=used)
        return sorted(
            ((kind.pk, capfirst(kind.name)) for kind in kinds), key=lambda each: each[1]
        )

    def queryset(self, request, queryset):
        if self.value() and self.value().isdecimal():
            return queryset.filter(content_type=self.value())
        return queryset


class WhoFilter(SimpleListFilter):
    """By the name, which is kept when the account goes."""

    title = _("who")
    parameter_name = "who"

    def lookups(self, request, model_admin):
        names = Act.objects.exclude(user_name="").order_by("user_name")
        return [(name, name) for name in names.values_list("user_name", flat=True).distinct()]

    def queryset(self, request, queryset):
        return queryset.filter(user_name=self.value()) if self.value() else queryset
