"""XML out of a stranger's file, read element by element: no tree is made of it."""

from xml.parsers import expat

CHUNK = 64 * 1024


def elements(file):
    """
    Each element as its name and its attributes, with namespaces as in "NAMESPACE NAME".

    However large or deep the XML is, no more than a piece of it is in memory.
    """
    found = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda *element: found.append(element)
    parser.StartDoctypeDeclHandler = refuse_doctype
    while chunk := file.read(CHUNK):
        parser.Parse(chunk)
        yield from found
        found.clear()
    parser.Parse(b"", True)
    yield from found


def refuse_doctype(*declaration):
    """Nothing that Office writes defines entities of its own."""
    raise ValueError(declaration)


def local(name):
    return name.rpartition(" ")[2]
