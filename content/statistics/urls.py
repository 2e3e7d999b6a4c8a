from django.urls import path

from . import views

app_name = "statistics"

urlpatterns = [
    path("statistik.csv", views.figures_csv, name="csv"),
    path("statistik.json", views.figures_json, name="json"),
]
