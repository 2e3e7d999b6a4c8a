from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render

from . import withdrawals
from .languages import without_language
from .models import Address, Withdrawal


def moved_addresses(get_response):
    """
    Answer an address that nothing stands at any more.

    A former address leads to the present one; of what has been withdrawn the public is
    told what became of it.
    """

    def middleware(request):
        response = get_response(request)
        if response.status_code == 404:
            return what_became_of(request) or response
        return response

    return middleware


def what_became_of(request):
    address = Address.objects.filter(path=without_language(request.path_info)).first()
    target = address and address.target
    if target is None:
        return None
    if target.is_published:
        # Something else is missing, such as a file, when it is there after all.
        return None if address.is_current else moved_to(target)
    return answer_for_withdrawn(request, withdrawals.of(target))


def answer_for_withdrawn(request, withdrawal):
    if withdrawal is None:
        return None
    successor = withdrawal.successor
    if withdrawal.kind == Withdrawal.Kind.MOVED and successor and successor.is_published:
        return moved_to(successor)
    return render(request, "410.html", {"withdrawal": withdrawal}, status=410)


def moved_to(target):
    return HttpResponsePermanentRedirect(target.get_absolute_url())
