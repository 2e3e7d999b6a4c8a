"""Python's logging for Django, gunicorn and everything else in the process."""


def logging_config(form):
    """https://docs.python.org/3/library/logging.config.html#logging-config-dictschema"""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "kbh_radikalisering.logs.formats.Lines", "form": form}},
        "filters": {"threshold": {"()": "kbh_radikalisering.logs.threshold.Threshold"}},
        "handlers": {
            "console": {
                "class": "kbh_radikalisering.logs.streams.Console",
                "formatter": "lines",
                "filters": ["threshold"],
            }
        },
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            # The threshold decides; here stands what is made at all.
            "content": {"level": "DEBUG"},
            "kbh_radikalisering": {"level": "DEBUG"},
            # In the place of handlers of their own.
            "django": {"handlers": [], "level": "INFO"},
            # It tells of each failure, which the site does once.
            "opensearch": {"level": "CRITICAL"},
            "gunicorn.error": {"handlers": [], "level": "INFO"},
        },
    }
