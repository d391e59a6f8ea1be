"""XML parts of a container → trees, with every door shut that XML opens to the outside."""

from __future__ import annotations

from lxml import etree

from pipeline.messages import say
from pipeline.model import Unreadable

# Word writes some 20 bytes of XML a character; 2,000 pages of a compilation are 60 MB.
LARGEST_PART = 100_000_000


def bytes_to_tree(content: bytes, name: str) -> etree._Element:
    """The root element of an XML part called `name`.

    Raises Unreadable if it is no XML, too large, nests deeper than 256 elements or brings a DOCTYPE
    (no office program writes one; entity bombs and external entities need it). Nothing is fetched.
    """
    if len(content) > LARGEST_PART:
        raise Unreadable(say("part_too_large", part=name, size=len(content)), say("split_into_files"))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(
            say("part_not_xml", part=name, error=error.msg), say("save_anew_own_program")
        ) from error
    # lxml's stubs know nothing of this property.
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Unreadable(say("part_with_doctype", part=name), say("save_anew_own_program"))
    return root
