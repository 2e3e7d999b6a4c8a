from django.urls import path

from . import views

app_name = "pages"

urlpatterns = [
    path("dokumenter/<uuid:key>/<str:name>", views.document, name="document"),
    path("", views.page_detail, {"path": ""}, name="home"),
    path("<path:path>", views.page_detail, name="page"),
]
