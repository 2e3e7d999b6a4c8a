from django.urls import path, register_converter

from . import documents, views
from .converters import PagePathConverter

register_converter(PagePathConverter, "page_path")

app_name = "pages"

urlpatterns = [
    path("dokumenter/<uuid:key>/<str:name>", documents.document, name="document"),
    path("", views.page_detail, {"path": ""}, name="home"),
    path("<page_path:path>", views.page_detail, name="page"),
]
