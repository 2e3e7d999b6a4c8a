"""The pages that an editor meets on the way, as everybody can use them."""

from axe_playwright_python.sync_playwright import Axe

from .conftest import new_page, press, write

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What stands in the rich-text editor is somebody's text, as the public gets it.
CONTEXT = {"exclude": [[".ProseMirror"]]}
# The admin lets its colours change into each other.
COLOURS_ARE_THERE = """async () => {
  await new Promise(requestAnimationFrame);
  await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}"""


def test_axe_finds_nothing_in_any_state(editor, publisher, sit_down):
    found = {}
    for name, tab in states(editor, publisher, sit_down("administrator")):
        tab.wait_for_load_state("networkidle")
        for scheme in ["light", "dark"]:
            tab.emulate_media(color_scheme=scheme)
            tab.evaluate(COLOURS_ARE_THERE)
            answer = Axe().run(tab, CONTEXT, options={"runOnly": RULES}).response
            for each in answer["violations"]:
                nodes = [node["html"][:120] for node in each["nodes"]]
                found[name, scheme, each["id"]] = nodes
        tab.set_viewport_size({"width": 320, "height": 640})
        if tab.evaluate("document.documentElement.scrollWidth") > 320:
            found[name, "wider than a phone"] = True
        tab.set_viewport_size({"width": 1280, "height": 900})

    assert found == {}


def states(editor, publisher, administrator):
    form = new_page(publisher, "I alle tilstande", "Ring nu. KLIK HER.")
    publisher.goto(form)
    editor.goto(form)

    write(editor, "da", "DET ER KLADDEN.")
    press(editor, "[name=_draft]")
    yield "a draft with remarks", editor
    press(editor, "text='Se ændringer'")
    yield "compared", editor
    editor.goto(form)
    press(editor, "a.historylink")
    yield "history", editor

    write(publisher, "da", "For sent.")
    press(publisher, "[name=_draft]")
    yield "conflict", publisher
    publisher.goto(f"{form.removesuffix('change/')}preview/")
    press(publisher, "[name=_share]")
    yield "previewed and shared", publisher
    press(publisher, ".offer [type=submit]")
    yield "asked before it is published", publisher
    publisher.goto(form)
    press(publisher, "[name=_publish]")
    yield "mistakes", publisher
    publisher.check("#id_minor_change")
    publisher.fill("#id_publish_at", "2090-01-01T10:00")
    press(publisher, "[name=_schedule]")
    yield "planned", publisher
    publisher.goto("/admin/publishing/plan/add/")
    yield "publish together", publisher
    publisher.goto("/admin/skal-ses-efter/")
    yield "needs looking after", publisher
    publisher.goto(form)
    press(publisher, ".withdrawlink")
    yield "asked before it is withdrawn", publisher
    publisher.goto("/admin/networks/network/add/")
    publisher.click("#cities-group .add-row a")
    yield "rows", publisher

    administrator.goto("/admin/publishing/act/")
    yield "log", administrator
    press(administrator, "#result_list tbody a >> nth=0")
    yield "entry of the log", administrator
    administrator.goto("/admin/auth/group/1/change/")
    yield "what a group may do", administrator
