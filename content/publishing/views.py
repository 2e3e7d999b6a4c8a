from django.views.generic import ListView

from .latest import know_addresses_of
from .models import UpdateNote


class UpdateList(ListView):
    """What has changed on the site, the newest first."""

    model = UpdateNote
    template_name = "publishing/update_list.html"
    context_object_name = "notes"
    paginate_by = 20
    page_kwarg = "side"

    def paginate_queryset(self, queryset, page_size):
        paginator, page, notes, has_others = super().paginate_queryset(queryset, page_size)
        know_addresses_of(notes)
        return paginator, page, notes, has_others
