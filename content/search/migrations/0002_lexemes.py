from django.db import migrations

# The databases' own full-text engines, which Django's models know nothing of. The
# tokenizer only parts lexemes at spaces: what a word is has been decided in Python.
CREATE = {
    "sqlite": [
        "CREATE VIRTUAL TABLE search_lexemes USING fts5"
        "(title, text, tokenize = \"ascii tokenchars '_'\")",
    ],
    "postgresql": [
        # Titles have an index of their own: the other one knows no weights, and would
        # have to open every text that holds a word to see whether its title does.
        "CREATE TABLE search_lexemes (entry_id bigint PRIMARY KEY,"
        " title tsvector NOT NULL, lexemes tsvector NOT NULL)",
        # In the row: the planner takes what lies apart from it to cost nothing.
        "ALTER TABLE search_lexemes ALTER COLUMN lexemes SET STORAGE MAIN",
        # Written seldom and read often, so nothing waits in a list that each search reads.
        "CREATE INDEX search_lexemes_title ON search_lexemes"
        " USING gin (title) WITH (fastupdate = off)",
        "CREATE INDEX search_lexemes_lexemes ON search_lexemes"
        " USING gin (lexemes) WITH (fastupdate = off)",
    ],
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE search_lexemes")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
