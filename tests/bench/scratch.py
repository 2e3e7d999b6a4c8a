"""Where the benchmark's sites lie, and this process as one of them."""

import os
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "var" / "bench"


def start_django(pages):
    """The site's own settings on the scratch database: templates kept, files hashed."""
    os.environ.setdefault("DATA_DIR", str(FOLDER / str(pages)))
    os.environ.setdefault("STATIC_ROOT", str(FOLDER / "static"))
    # The benchmark's editor has no key to show.
    os.environ["SECOND_FACTOR"] = "postponed"
    os.environ["DJANGO_SETTINGS_MODULE"] = "kbh_radikalisering.settings"
    Path(os.environ["DATA_DIR"]).mkdir(parents=True, exist_ok=True)
    import django

    django.setup()
