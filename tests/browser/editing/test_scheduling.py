import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .conftest import new_page, press, told, write


def test_a_text_takes_the_place_of_another_at_its_time(publisher, read):
    form = new_page(publisher, "Til tiden", "Det gamle.")
    publisher.goto(form)
    write(publisher, "da", "Det nye.")
    publisher.check("#id_minor_change")
    at = datetime.now(ZoneInfo("Europe/Copenhagen")) + timedelta(seconds=8)
    publisher.fill("#id_publish_at", f"{at:%Y-%m-%dT%H:%M:%S}")
    press(publisher, "[name=_schedule]")

    assert told(publisher)[-1].startswith("”Til tiden” udgives ")
    assert "Det gamle." in read("/til-tiden/")
    # Nobody carries it out but the visitor.
    while datetime.now(ZoneInfo("Europe/Copenhagen")) <= at:
        time.sleep(0.2)
    assert "Det nye." in read("/til-tiden/")
