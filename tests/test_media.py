"""Documents in a store that speaks S3: a server of the tests' own, asked over the network."""

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.test import override_settings
from moto.server import ThreadedMotoServer

from content.pages.models import Document
from content.publishing import door
from kbh_radikalisering import operation_values
from kbh_radikalisering.media import media_storage

from .files import pdf


@pytest.fixture(scope="module")
def store():
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    bucket = operation_values.bucket(
        f"s3+http://key:secret@{host}:{port}/documents?region=eu-north-1"
    )
    client = boto3.client(
        "s3",
        endpoint_url=bucket["endpoint_url"],
        aws_access_key_id="key",
        aws_secret_access_key="secret",
        region_name="eu-north-1",
    )
    place = {"LocationConstraint": "eu-north-1"}
    client.create_bucket(Bucket="documents", CreateBucketConfiguration=place)
    yield bucket, client
    client.close()
    server.stop()


@pytest.fixture
def document(store, page, settings):
    bucket, _client = store
    with override_settings(STORAGES=settings.STORAGES | {"default": media_storage(bucket)}):
        file = ContentFile(pdf(), "plan.pdf")
        document = Document(page=page, title_da="Plan", file=file)
        door.publish(document)
        yield document


def names(client):
    return {each["Key"] for each in client.list_objects_v2(Bucket="documents")["Contents"]}


def test_a_document_is_stored_there_and_nowhere_else(store, document, settings):
    assert document.file.name in names(store[1])
    assert not (settings.MEDIA_ROOT / document.file.name).exists()


def test_it_is_handed_out_by_the_site_and_not_by_the_store(document, client):
    response = client.get(document.get_absolute_url())
    with document.file.open() as file:
        stored = file.read()

    assert (response.status_code, b"".join(response)) == (200, stored)
    assert response["Content-Type"] == "application/pdf"


def test_one_that_is_lost_is_not_found(store, document, client):
    store[1].delete_object(Bucket="documents", Key=document.file.name)

    assert client.get(document.get_absolute_url()).status_code == 404


def test_a_file_of_the_same_name_takes_another(document):
    storage = storages["default"]

    assert storage.save(document.file.name, ContentFile(b"x")) != document.file.name


def test_the_files_are_of_nobody_else(store, document):
    _bucket, client = store
    grants = client.get_object_acl(Bucket="documents", Key=document.file.name)["Grants"]

    assert "AllUsers" not in str(grants)
