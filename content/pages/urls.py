from django.urls import path

from . import views

app_name = "pages"

urlpatterns = [
    path("dokumenter/<uuid:key>/<str:name>", views.document, name="document"),
    path("", views.page_detail, {"path": ""}, name="home"),
    # The front page once more, so that every page is "pages:page" with its path.
    path("", views.page_detail, {"path": ""}, name="page"),
    path("<path:path>", views.page_detail, name="page"),
]
