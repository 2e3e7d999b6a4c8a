"""The next release: this one, with what a release may bring."""

import shutil

from tests.started import ROOT

NOT_OF_A_RELEASE = shutil.ignore_patterns(".*", "var", "tests", "docs", "__pycache__")
MARK = "Den næste udgivelse"

MIGRATION = '''"""As a release makes room for what the one after it will use: it only adds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "{last}")]

    operations = [
        migrations.AddField(
            "page", "rehearsed", models.CharField(max_length=20, db_default="", default="")
        ),
    ]
'''


def next_release(folder):
    """Its code in `folder`: a migration, another look of all pages, another stylesheet."""
    shutil.copytree(ROOT, folder, ignore=NOT_OF_A_RELEASE)
    migrations = folder / "content" / "pages" / "migrations"
    last = max(file.stem for file in migrations.glob("0*.py"))
    (migrations / "9999_rehearsed.py").write_text(MIGRATION.format(last=last))
    changed(folder / "templates" / "base.html", "</body>", f"<!-- {MARK} --></body>")
    sheet = folder / "static" / "css" / "tokens.css"
    sheet.write_text(f"{sheet.read_text()}\n/* {MARK} */\n:root {{ --rehearsed: 1; }}\n")
    return folder


def changed(file, old, new):
    text = file.read_text()
    assert old in text, f"{file} has no {old}"
    file.write_text(text.replace(old, new))
