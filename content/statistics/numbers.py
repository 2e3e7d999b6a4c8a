from django.utils.formats import number_format


def grouped(number):
    """The number as the active language writes it: 12.345 in Danish."""
    if 0 <= number < 1000:
        # Nothing to group, and most figures are no larger.
        return str(number)
    return number_format(number, force_grouping=True)
