"""The figures as files for others to use."""

import csv
import datetime
import io

import pytest

from content.publishing import door
from content.statistics.models import ConcernYear
from tests.statistics_data import define, publish_year

pytestmark = pytest.mark.django_db

FILES = ["/statistik.csv", "/statistik.json", "/data/catalog.jsonld"]


def rows_of_csv(client):
    return list(csv.DictReader(io.StringIO(client.get("/statistik.csv").content.decode())))


def test_the_csv_file_is_as_rfc_4180_has_it(client):
    definition = define(name_en="Referrals")
    publish_year(
        definition,
        2015,
        100,
        18,
        note_da='Tal i "to" linjer,\nmed komma',
        source_name="Københavns Kommune",
        source_url="https://www.kk.dk/",
        source_date=datetime.date(2016, 2, 9),
    )

    response = client.get("/statistik.csv")

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert response.headers["Content-Disposition"] == 'attachment; filename="statistik.csv"'
    assert response.content.decode() == (
        "year,referrals,interventions,status,definition,definition_da,definition_en,"
        "note_da,note_en,source_name,source_url,source_date\r\n"
        f"2015,100,18,final,{definition.pk},Henvendelser,Referrals,"
        '"Tal i ""to"" linjer,\nmed komma",,Københavns Kommune,https://www.kk.dk/,2016-02-09\r\n'
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_text_is_a_formula_in_a_spreadsheet(client, start):
    publish_year(define(f"{start}A1"), 2015, 100, 18, note_da=f"{start}B1")

    [row] = rows_of_csv(client)

    assert (row["definition_da"], row["note_da"]) == (f"'{start}A1", f"'{start}B1")


def test_the_json_file_explains_itself_in_both_languages(client):
    definition = define(name_en="Referrals")
    publish_year(definition, 2015, 100, 18, note_en="Counted anew", status="revised")

    data = client.get("/statistik.json").json()

    assert data["years"] == [
        {
            "year": 2015,
            "referrals": 100,
            "interventions": 18,
            "status": "revised",
            "definition": definition.pk,
            "note": {"en": "Counted anew"},
            "source": {"name": "", "url": "", "date": None},
        }
    ]
    assert data["definitions"] == [
        {
            "definition": definition.pk,
            "name": {"da": "Henvendelser", "en": "Referrals"},
            "referrals": {"da": "Henvendelser"},
            "interventions": {"da": "Indsatser"},
        }
    ]
    assert list(data["fields"]) == list(data["years"][0])
    assert data["statuses"]["revised"]["en"] == "revised"
    assert data["page"] == {
        "da": "http://127.0.0.1:8000/statistik/",
        "en": "http://127.0.0.1:8000/en/statistik/",
    }


@pytest.mark.parametrize("address", FILES)
def test_other_sites_may_fetch_the_data(client, site_settings, address):
    response = client.get(address)

    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert response.cookies == {}


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_sent_again_only_when_it_has_changed(client, site_settings, address):
    year = publish_year(define(), 2015, 100, 18)
    etag = client.get(address).headers["ETag"]

    unchanged = client.get(address, headers={"If-None-Match": etag})
    year.year = 2016
    door.publish(year)
    changed = client.get(address, headers={"If-None-Match": etag})

    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert changed.status_code == 200
    assert "Last-Modified" not in changed.headers


@pytest.mark.parametrize("address", FILES)
def test_a_file_is_only_for_reading(client, site_settings, address):
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


@pytest.mark.parametrize("address", FILES)
def test_the_visitors_host_header_is_in_no_address(client, site_settings, address):
    publish_year(define(), 2015, 100, 18)

    assert b"localhost" not in client.get(address, headers={"host": "localhost"}).content


@pytest.mark.parametrize("address", ["/en/statistik.csv", "/en/data/catalog.jsonld"])
def test_a_file_has_one_address_for_both_languages(client, site_settings, address):
    assert client.get(address, follow=True).status_code == 404


def test_figures_that_are_not_published_are_in_no_file(client, site_settings):
    definition = define()
    ConcernYear(year=2015, referrals=98765, interventions=1, definition=definition).save()

    assert [address for address in FILES if b"98765" in client.get(address).content] == []
    assert client.get("/statistik.json").json()["definitions"] == []
