import csv

from django.http import HttpResponse, JsonResponse

from .figures import published_figures
from .open_data import open_data
from .records import COLUMNS, document, flat_record


@open_data
def figures_csv(request):
    """
    RFC 4180, in UTF-8 without a byte-order mark.

    The mark would become part of the first column's name in most programs that read
    the file, and a Danish spreadsheet has to be told of the commas in any case.
    """
    response = HttpResponse(
        content_type="text/csv; charset=utf-8; header=present",
        headers={"Content-Disposition": 'attachment; filename="statistik.csv"'},
    )
    writer = csv.DictWriter(response, COLUMNS)
    writer.writeheader()
    writer.writerows(flat_record(year) for year in published_figures())
    return response


@open_data
def figures_json(request):
    return JsonResponse(
        document(published_figures()), json_dumps_params={"ensure_ascii": False, "indent": 2}
    )
