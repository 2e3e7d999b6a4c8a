from django.urls import path

from . import views

urlpatterns = [
    path("<str:token>/", views.shared, name="preview"),
    path("<str:token>/<path:path>", views.shared),
]
