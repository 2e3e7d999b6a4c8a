from django.views.generic import ListView

from .models import UpdateNote


class UpdateList(ListView):
    """What has changed on the site, the newest first."""

    template_name = "publishing/update_list.html"
    context_object_name = "notes"
    paginate_by = 20
    page_kwarg = "side"

    def get_queryset(self):
        return UpdateNote.objects.with_targets()
