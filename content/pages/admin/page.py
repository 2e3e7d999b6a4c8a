from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from content.pages import reviews
from content.pages.models import Page
from content.pages.placement import depth
from content.publishing.admin import Need, PublishingAdmin, PublishingForm

from .choosing import ChoosesPages, with_address
from .reviewing import Reviewing

DEEPEST_INDENT = 5


class PageForm(PublishingForm):
    constraint_fields = {
        "pages_page_replaced_names_its_successor": "replaced_by",
        "pages_page_next_review_after_the_last": "next_review",
    }

    def clean_replaced_by(self):
        """The database says so too, but not before the save: forms know no ids."""
        successor = self.cleaned_data["replaced_by"]
        if successor and successor == self.instance:
            raise ValidationError(gettext("A page can't replace itself."))
        return successor


def review_passed(model):
    return reviews.passed()


@admin.register(Page)
class PageAdmin(Reviewing, ChoosesPages, PublishingAdmin):
    form = PageForm
    list_display = [
        "indented_title",
        "path",
        "kind",
        "state_shown",
        "english_shown",
        "last_updated_at",
        "public_link",
    ]
    list_filter = [*PublishingAdmin.list_filter, "kind", "menu"]
    search_fields = ["title_da", "title_en", "path", "body_da", "body_en"]
    autocomplete_fields = ["parent", "replaced_by"]
    choice_label = staticmethod(with_address)
    prepopulated_fields = {"slug": ["title"]}
    actions = [*PublishingAdmin.actions, "mark_selected_reviewed"]
    needs = [
        *PublishingAdmin.needs,
        Need("review", _("the review date has passed"), review_passed),
    ]
    fieldsets = [
        (None, {"fields": ["title", "lead", "body"]}),
        (_("Placement"), {"fields": ["kind", "parent", "slug", "menu", "position"]}),
        (_("For strategies and plans"), {"fields": ["policy", "replaced_by"]}),
        (_("Review"), {"fields": ["owner", ("reviewed_on", "next_review")]}),
        (_("Privacy"), {"fields": ["neutral_title"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        if obj and obj.kind in Page.FIXED:
            return ["kind", "parent", "slug"]
        return super().get_readonly_fields(request, obj)

    def get_prepopulated_fields(self, request, obj=None):
        """The address follows the title until the page has been saved."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    def why_keep(self, obj):
        if obj.kind in Page.FIXED:
            return gettext("Other addresses hang on this page, so it stays.")
        return super().why_keep(obj)

    def get_search_fields(self, request):
        """A page to choose is one whose name is known; texts would be read letter by letter."""
        if request.resolver_match.url_name == "autocomplete":
            return ["title_da", "title_en", "path"]
        return super().get_search_fields(request)

    @admin.display(description=_("title"), ordering="title")
    def indented_title(self, page):
        indent = min(depth(page.path) - 1, DEEPEST_INDENT)
        return format_html('<span class="depth-{}">{}</span>', indent, page.title)
