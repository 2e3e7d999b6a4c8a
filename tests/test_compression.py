import brotli


def test_a_page_is_compressed_for_whoever_can_read_it(client, page):
    plain = client.get("/strategi/")

    packed = client.get("/strategi/", headers={"Accept-Encoding": "br"})

    assert packed["Content-Encoding"] == "br"
    assert packed["Vary"].title() == "Accept-Encoding"
    assert brotli.decompress(packed.content) == plain.content
