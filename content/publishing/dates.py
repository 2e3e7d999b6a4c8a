def a_year_after(day):
    """The same day of the next year; of a leap day, the last of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
