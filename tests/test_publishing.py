from content.publishing import door
from content.publishing.models import Address, Edition, UpdateNote


def test_publishing_raises_the_edition_by_one(page):
    before = Edition.objects.get().number

    door.publish(page)

    assert Edition.objects.get().number == before + 1


def test_a_minor_edit_leaves_the_date_of_the_last_update(page):
    before = page.last_updated_at

    door.publish(page)

    page.refresh_from_db()
    assert page.last_updated_at == before


def test_a_change_that_is_told_moves_it(page):
    before = page.last_updated_at

    door.publish(page, note_da="Nyt mål.")

    page.refresh_from_db()
    assert page.last_updated_at > before


def test_a_note_is_kept_in_both_languages_with_the_title_of_each(page):
    door.publish(page, note_da="Nyt mål.", note_en="A new goal.")

    note = UpdateNote.objects.get()
    assert [note.title_da, note.title_en] == ["Strategi", "Strategy"]
    assert [note.note_da, note.note_en] == ["Nyt mål.", "A new goal."]


def test_a_renamed_page_leaves_a_permanent_redirect(client, page):
    page.slug = "ny-strategi"
    door.publish(page)

    response = client.get("/strategi/")

    assert (response.status_code, response["Location"]) == (301, "/ny-strategi/")


def test_a_page_renamed_twice_redirects_in_one_step(client, page):
    for slug in ["b", "c"]:
        page.slug = slug
        door.publish(page)

    assert client.get("/en/strategi/")["Location"] == "/en/c/"
    assert client.get("/en/b/")["Location"] == "/en/c/"


def test_a_page_renamed_back_answers_at_its_first_address(page):
    for slug in ["b", "strategi"]:
        page.slug = slug
        door.publish(page)

    assert list(Address.objects.values_list("path", "is_current")) == [
        ("/b/", False),
        ("/strategi/", True),
    ]
