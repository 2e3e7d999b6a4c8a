from django.urls import path

from . import views

app_name = "networks"

urlpatterns = [
    path("netvaerk/<slug:slug>/", views.NetworkDetail.as_view(), name="detail"),
]
