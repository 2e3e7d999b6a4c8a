"""Several write at once."""

from tests.faults.editor import Editor, form_of
from tests.faults.scenario import scenario

# Twice as many of each editor: a draft and a publication.
SAVES = 15
OTHERS = ["/netvaerk/", "/handleplaner/"]


@scenario("two editors save without a pause (SQLite)", at_most=5, engine="sqlite")
def two_editors(stage):
    """One of them may write at a time: the other waits, and is not refused."""
    forms = [form_of(stage.page(path)) for path in OTHERS]
    other = Editor(stage.machine.port, stage.session(), forms, title="Andet tal")
    with stage.used() as load:
        other.start()
        for each in [load.editor, other]:
            each.saves(SAVES)
        other.is_enough = True
        other.join(30)
    for refusal in [*load.editor.refusals, *other.refusals]:
        yield f"a save was refused: {refusal}"
