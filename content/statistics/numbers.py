from django.utils.formats import number_format


def grouped(number):
    """The number as the active language writes it: 12.345 in Danish."""
    return number_format(number, force_grouping=True)
