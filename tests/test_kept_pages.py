"""What a worker keeps of the public site, and for how long."""

import asyncio
from datetime import time, timedelta

import pytest
from django.utils import timezone

from content.advice import contact
from content.publishing import door
from content.publishing.models import Edition
from tests.kept import Worker, drive, elsewhere

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def worker(tmp_path, site_settings, home, page):
    return Worker(tmp_path)


def test_a_kept_page_is_what_django_answers(worker, client):
    async def scenario():
        await worker.get("/strategi/")
        return await worker.get("/strategi/")

    assert drive(scenario()).body == client.get("/strategi/").content


def test_a_page_is_made_once_an_edition(worker):
    async def scenario():
        await worker.settled()
        for _ in range(3):
            await worker.get("/strategi/")

    drive(scenario())
    assert worker.rendered == ["/strategi/"]


def test_of_many_who_want_a_page_at_once_one_has_it_made(worker):
    async def scenario():
        await worker.settled()
        await asyncio.gather(*(worker.get("/strategi/") for _ in range(20)))

    drive(scenario())
    assert worker.rendered == ["/strategi/"]


def test_a_query_that_a_page_does_not_know_costs_nothing(worker):
    async def scenario():
        await worker.settled()
        plain = await worker.get("/strategi/")
        return plain.body, (await worker.get("/strategi/?utm_source=a&x=2")).body

    plain, tracked = drive(scenario())
    assert tracked == plain
    assert worker.rendered == ["/strategi/"]


def test_a_new_edition_shows_at_the_next_look(worker, page):
    async def scenario():
        before = await worker.get("/strategi/")
        page.title_da = "Ny strategi"
        await elsewhere(door.publish, page)
        await worker.watch.look()
        return before.text, (await worker.get("/strategi/")).text

    before, after = drive(scenario())
    assert (">Ny strategi</h1>" in before, ">Ny strategi</h1>" in after) == (False, True)


def test_who_is_signed_in_sees_a_publication_at_once(worker, page):
    async def scenario():
        await worker.settled()
        await worker.get("/strategi/")
        page.title_da = "Ny strategi"
        await elsewhere(door.publish, page)
        return await worker.get("/strategi/", cookie="sessionid=whatever")

    assert ">Ny strategi</h1>" in drive(scenario()).text


def test_who_is_signed_in_is_not_content_with_an_answer_from_before(worker, page):
    async def scenario():
        await worker.settled()
        await worker.get("/strategi/")
        on_the_way, arrived = answers_held(worker.watch)
        earlier = asyncio.create_task(worker.watch.look())
        await on_the_way.wait()
        page.title_da = "Ny strategi"
        await elsewhere(door.publish, page)
        shown = asyncio.create_task(worker.get("/strategi/", cookie="sessionid=whatever"))
        await asyncio.sleep(0)
        arrived.set()
        await earlier
        return await shown

    assert ">Ny strategi</h1>" in drive(scenario()).text


def answers_held(watch):
    """(set when the database has answered, to be set when that is to be known)."""
    on_the_way, arrived = asyncio.Event(), asyncio.Event()
    ask = watch.ask

    async def held():
        await ask()
        on_the_way.set()
        await arrived.wait()

    watch.ask = held
    return on_the_way, arrived


def test_who_is_signed_in_gets_the_page_of_everybody(worker):
    async def scenario():
        anybody = await worker.get("/strategi/")
        editor = await worker.get("/strategi/", cookie="sessionid=whatever")
        return anybody, editor

    anybody, editor = drive(scenario())
    assert (editor.body, editor.headers) == (anybody.body, anybody.headers)
    assert b"set-cookie" not in editor.headers


def test_unknown_addresses_share_one_page_of_the_edition(worker):
    async def scenario():
        await worker.settled()
        return [(await worker.get(f"/{name}/")).status for name in ("a", "b", "en/a", "en/b")]

    assert drive(scenario()) == [404] * 4
    assert worker.rendered == ["/a/", "/en/a/"]


def test_the_page_for_unknown_addresses_is_what_django_answers_for_any(worker, client):
    async def scenario():
        await worker.settled()
        await worker.get("/a/")
        return (await worker.get("/b.php")).body

    assert drive(scenario()) == client.get("/c/").content


def test_an_address_without_its_slash_that_leads_nowhere_is_unknown(worker):
    async def scenario():
        await worker.settled()
        answers = [await worker.get(path) for path in ("/wp-login.php", "/strategi")]
        return [answer.status for answer in answers]

    assert drive(scenario()) == [404, 301]


def test_a_page_of_the_next_edition_is_not_taken_for_unknown(worker, page):
    async def scenario():
        await worker.settled()
        page.slug = "ny"
        await elsewhere(door.publish, page)
        await worker.watch.look()
        return (await worker.get("/ny/")).status, (await worker.get("/strategi/")).status

    assert drive(scenario()) == (200, 301)


def test_a_page_says_to_caches_that_it_holds_for_a_second(worker):
    async def scenario():
        return await worker.get("/strategi/", accept_encoding="gzip, br")

    headers = drive(scenario()).headers
    assert headers[b"cache-control"] == b"public, max-age=0, s-maxage=1, stale-if-error=86400"
    assert (headers[b"vary"], headers[b"content-encoding"]) == (b"Accept-Encoding", b"br")


@pytest.mark.parametrize(
    ("asked_at", "expires"),
    [("1764154800.999", b"@1764154800"), ("i morgen", None), ("-1.5", None)],
)
def test_a_proxy_that_says_what_time_it_has_is_to_keep_it_until_the_second_ends(
    worker, asked_at, expires
):
    async def scenario():
        return await worker.get("/strategi/", x_asked_at=asked_at)

    assert drive(scenario()).headers.get(b"x-accel-expires") == expires


def test_what_a_visitor_has_already_is_not_sent_again(worker):
    async def scenario():
        first = await worker.get("/strategi/", accept_encoding="br")
        etag = first.headers[b"etag"].decode()
        return await worker.get("/strategi/", accept_encoding="br", if_none_match=f"W/{etag}")

    answer = drive(scenario())
    assert (answer.status, answer.body) == (304, b"")
    assert sorted(answer.headers) == [b"cache-control", b"etag", b"vary"]


def test_each_form_of_a_page_has_a_tag_of_its_own(worker):
    async def scenario():
        wanted = ("br", "gzip", "identity")
        answers = [await worker.get("/strategi/", accept_encoding=each) for each in wanted]
        return {answer.headers[b"etag"] for answer in answers}

    assert len(drive(scenario())) == 3


def test_a_question_for_the_head_alone_gets_no_body(worker):
    async def scenario():
        whole = await worker.get("/strategi/")
        return whole, await worker.get("/strategi/", method="HEAD")

    whole, head = drive(scenario())
    assert (head.body, head.headers) == (b"", whole.headers)


def test_a_search_is_made_once_and_is_for_nobody_else_to_keep(worker, tmp_path):
    async def scenario():
        await worker.settled()
        await worker.get("/soeg/?q=dansk&utm_source=a")
        return await worker.get("/soeg/?q=dansk")

    answer = drive(scenario())
    assert answer.headers[b"cache-control"] == b"private, no-store"
    assert worker.rendered == ["/soeg/"]
    assert not [file for file in tmp_path.rglob("*") if b"soeg/?q" in content_of(file)]


def content_of(file):
    return file.read_bytes() if file.is_file() else b""


@pytest.mark.parametrize("path", ["/admin/", "/forhaandsvis/x/", "/sundhed/live", "/static/x"])
def test_what_is_not_public_is_for_django_alone(worker, path):
    async def scenario():
        await worker.settled()
        await worker.get(path)

    drive(scenario())
    assert (worker.rendered, worker.passed_on) == ([], [path])


def test_what_is_not_asked_for_reading_is_for_django_alone(worker):
    async def scenario():
        return await worker.get("/strategi/", method="OPTIONS")

    assert drive(scenario()).status == 405
    assert worker.passed_on == ["/strategi/"]


def test_a_name_that_is_not_the_sites_own_is_for_django_to_refuse(worker):
    async def scenario():
        return await worker.get("/strategi/", host="evil.example")

    assert drive(scenario()).status == 400


def test_a_page_holds_until_what_it_says_of_the_hours_changes(worker, advice_unit):
    for weekday in range(7):
        advice_unit.opening_hours.create(weekday=weekday, opens=time(0), closes=time(23))
    door.publish(advice_unit)

    async def scenario():
        await worker.get("/strategi/")
        return worker.shelf.pages.get("/strategi/").until

    assert drive(scenario()) == contact.contacts().next_edge(timezone.now()).timestamp()


def test_a_page_holds_until_the_next_plan_is_due(worker):
    due_at = timezone.now() + timedelta(seconds=60)
    Edition.objects.update(due_at=due_at)

    async def scenario():
        await worker.get("/strategi/")
        return worker.shelf.pages.get("/strategi/").until

    assert drive(scenario()) == due_at.timestamp()


def test_no_page_is_kept_once_a_plan_is_due(worker):
    async def scenario():
        await worker.settled()
        await worker.get("/strategi/")
        await elsewhere(Edition.objects.update, due_at=timezone.now())
        await worker.watch.look()
        return worker.shelf.at_hand({"path": "/strategi/", "query_string": b""})

    assert drive(scenario()) is None


def test_the_pages_of_the_front_menu_are_made_ahead(worker):
    async def scenario():
        await worker.watch.look()
        await worker.shelf.preparing

    drive(scenario())
    assert worker.rendered == ["/", "/en/"]


def test_what_was_asked_for_is_made_ahead_of_the_next_visitor(worker, page):
    async def scenario():
        await worker.settled()
        await worker.get("/strategi/")
        await elsewhere(door.publish, page)
        worker.rendered.clear()
        await worker.watch.look()
        await worker.shelf.preparing

    drive(scenario())
    assert worker.rendered == ["/", "/en/", "/strategi/"]


def test_an_edition_that_begins_while_a_page_is_made_shows_in_all_of_it(tmp_path, home, page):
    published = []

    def publishing_midway(environ, start_response):
        response = worker.wsgi_itself(environ, start_response)
        if environ["PATH_INFO"] == "/strategi/" and not published:
            published.append(True)
            page.title_da = "Ny strategi"
            door.publish(page)
        return response

    worker = Worker(tmp_path)
    worker.wsgi_itself, worker.wsgi = worker.wsgi, publishing_midway

    async def scenario():
        await worker.settled()
        return await worker.get("/strategi/")

    assert ">Ny strategi</h1>" in drive(scenario()).text
    assert worker.rendered[:2] == ["/strategi/"] * 2


def test_another_worker_of_the_machine_need_not_make_the_page(worker, tmp_path):
    other = Worker(tmp_path)

    async def scenario():
        await worker.settled()
        made = await worker.get("/strategi/")
        await other.watch.look()
        return made.body, (await other.get("/strategi/")).body

    made, found = drive(scenario())
    assert found == made
    assert "/strategi/" not in other.rendered


def test_a_copy_that_is_not_whole_is_made_again(worker, tmp_path):
    other = Worker(tmp_path)

    async def scenario():
        await worker.settled()
        await worker.get("/strategi/")
        for file in tmp_path.rglob("*"):
            if b'"/strategi/"' in content_of(file):
                file.write_bytes(file.read_bytes()[:-9])
        await other.watch.look()
        return await other.get("/strategi/")

    assert drive(scenario()).text.endswith("</html>\n")
    assert "/strategi/" in other.rendered


def test_pages_are_served_where_no_copy_can_be_written(worker, tmp_path):
    worker.shelf.copies.folder = tmp_path / "file" / "below"
    (tmp_path / "file").write_text("no folder")

    async def scenario():
        await worker.settled()
        return [(await worker.get("/strategi/")).status for _ in range(2)]

    assert drive(scenario()) == [200, 200]
    assert worker.rendered == ["/strategi/"]


def test_the_copies_of_earlier_editions_go(worker, page, tmp_path):
    async def scenario():
        await worker.settled()
        await elsewhere(door.publish, page)
        await worker.settled()

    drive(scenario())
    assert len([folder for folder in (tmp_path / "release").iterdir() if folder.is_dir()]) == 2
