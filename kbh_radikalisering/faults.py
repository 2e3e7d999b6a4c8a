"""
Faults to a Sentry, where SENTRY_DSN names one: where they came up, and nothing of anybody.

What is sent is put together anew from what is allowed, not cleaned of what is not.
"""

import logging

from kbh_radikalisering.logs import request_id
from kbh_radikalisering.logs.exceptions import OF_MACHINES
from kbh_radikalisering.optional import needed

ALLOWED = ["event_id", "timestamp", "level", "logger", "platform", "release", "sdk"]
OF_FRAMES = ["filename", "function", "lineno", "module", "in_app"]


def begin(dsn):
    sentry = needed("sentry_sdk", "SENTRY_DSN")
    loggers = needed("sentry_sdk.integrations.logging", "SENTRY_DSN")
    sentry.init(
        dsn=dsn,
        before_send=scrubbed,
        before_breadcrumb=lambda crumb, hint: None,
        send_default_pii=False,
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        auto_session_tracking=False,
        send_client_reports=False,
        default_integrations=False,
        auto_enabling_integrations=False,
        # Whatever is an error in the log; Django's faults among them.
        integrations=[loggers.LoggingIntegration(level=None, event_level=logging.ERROR)],
    )


def scrubbed(event, hint):
    """What of an event is sent: kinds, places, and what machines say of themselves."""
    error = hint["exc_info"][1] if "exc_info" in hint else None
    sent = {name: event[name] for name in ALLOWED if name in event}
    sent["tags"] = {"request_id": request_id.current.get()}
    if error is None:
        # The text as it stands in the code: what is put into it may be anybody's.
        sent["message"] = event.get("logentry", {}).get("message", "")
        return sent
    sent["exception"] = {"values": [known(each) for each in event["exception"]["values"]]}
    if isinstance(error, OF_MACHINES):
        sent["exception"]["values"][-1]["value"] = str(error)
    return sent


def known(exception):
    frames = exception.get("stacktrace", {}).get("frames", [])
    return {
        "type": exception["type"],
        "module": exception.get("module"),
        "stacktrace": {
            "frames": [{name: frame.get(name) for name in OF_FRAMES} for frame in frames]
        },
    }
