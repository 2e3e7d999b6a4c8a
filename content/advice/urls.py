from django.urls import path

from . import views

urlpatterns = [
    path("raadgivning/kort/", views.contact_card, name="advice_card"),
    path("raadgivning/kontakt.vcf", views.contact_vcard, name="advice_vcard"),
]
