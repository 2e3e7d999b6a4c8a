from django.views.generic import DetailView

from .models import Network


class NetworkDetail(DetailView):
    def get_queryset(self):
        return Network.objects.published().prefetch_related("cities")
