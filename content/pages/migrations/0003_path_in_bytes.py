from django.db import migrations

# The pages below one are a stretch of the index, so addresses are in the order of their
# bytes: in that of a language "/a/b/" may stand between "/ab/" and "/ac/". SQLite knows no
# other order. Whoever alters the column's type later has to say it again.
IN_BYTES = 'ALTER TABLE pages_page ALTER COLUMN path TYPE varchar(500) COLLATE "C"'
AS_BEFORE = 'ALTER TABLE pages_page ALTER COLUMN path TYPE varchar(500) COLLATE "default"'


def order_by_bytes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(IN_BYTES)


def order_as_before(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(AS_BEFORE)


class Migration(migrations.Migration):
    dependencies = [("pages", "0002_drafts")]

    operations = [migrations.RunPython(order_by_bytes, order_as_before)]
