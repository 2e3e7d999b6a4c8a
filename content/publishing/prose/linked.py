"""Rich text with references where addresses of this site were, and the other way round."""

from content.publishing import targets

from . import reference
from .hrefs import place
from .reference import Reference, with_fragment
from .sanitiser import sanitise
from .tree import parse, serialise


def with_references(html):
    """As a text is stored: links to this site's objects name the objects."""
    root, places = links(html, place)
    found = targets.at(places.values()) if places else {}
    for link, here in places.items():
        if here.path in found:
            link.set("href", str(Reference(*found[here.path], here.fragment)))
        else:
            # Without the origin, which may change.
            link.set("href", here.address)
    return sanitise(serialise(root)) if places else html


def with_addresses(html):
    """As an editor sees a text: with the present addresses, public or not yet."""
    root, references = links(html, reference.read)
    found = targets.instances(each.target for each in references.values())
    addresses = {target: instance.get_absolute_url() for target, instance in found.items()}
    address_links(references, addresses)
    return sanitise(serialise(root)) if references else html


def address_links(references, addresses):
    """Give each link its address; what leads nowhere is left as text."""
    for link, found in references.items():
        if address := addresses.get(found.target):
            link.set("href", with_fragment(address, found.fragment))
        else:
            link.drop_tag()


def links(html, reading):
    """The tree of `html`, and those of its links whose address is one to `reading`."""
    if not html or "href" not in html:
        return None, {}
    root = parse(html)
    read = {link: reading(link.get("href", "")) for link in root.iter("a")}
    return root, {link: found for link, found in read.items() if found}
