"""The database is made ready for the next release while this one serves."""

from tests.faults.scenario import scenario

ADDITIVE = [
    "ALTER TABLE pages_page ADD COLUMN next_release varchar(40) NOT NULL DEFAULT ''",
    "ALTER TABLE publishing_version ADD COLUMN next_release integer NULL",
    "CREATE TABLE next_release (id bigserial PRIMARY KEY, page_id bigint NOT NULL"
    " REFERENCES pages_page DEFERRABLE INITIALLY DEFERRED)",
    "CREATE INDEX CONCURRENTLY next_release_index ON publishing_act (label)",
]
BACK = [
    "DROP INDEX next_release_index",
    "DROP TABLE next_release",
    "ALTER TABLE publishing_version DROP COLUMN next_release",
    "ALTER TABLE pages_page DROP COLUMN next_release",
]


@scenario("a migration that only adds, under the old release", at_most=5)
def migrated_while_serving(stage):
    with stage.used() as load:
        for statement in ADDITIVE:
            stage.database.execute(statement)
        load.editor.saves(2)
        for statement in BACK:
            stage.database.execute(statement)
