"""Which document stands in for which, so that nothing is counted twice.

Belongs here: the rules of replacement. Two ways lead to it: a document says `supersedes: DOCUMENT_ID`, or an
original (any kind but digest) has the `url` of a digest. What the rules cannot decide is a problem of the
documents concerned, never a choice of ours.
"""

from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

from nhscuts_pipeline.documents.document import Document, DocumentError


def resolve(documents: Sequence[Document]) -> dict[str, str]:
    """Each superseded document's id, with the id of the document that counts in its place.

    In a chain (C replaces B, which replaces A) both A and B map to C.

    Raises:
        DocumentError: the documents contradict one another; `problems` lists all of it.
    """
    for path, reason in problems(documents).items():
        raise DocumentError(f"{path}: {reason}")
    replaced = _declared(documents)
    for sharing in _by_address(documents):
        originals, digests = _current(sharing, replaced)
        replaced |= {digest.document_id: original.document_id for original in originals for digest in digests}
    return {old: _head(old, replaced) for old in replaced}


def problems(documents: Sequence[Document]) -> dict[str, str]:
    """Path and reason of each document that cannot be placed. Ids must be unique.

    The document that is to be replaced is never at fault; those that want its place are. Taking them out can
    show further problems, so ask again without them.
    """
    # What a faulty document declares must not decide about others, hence one kind of problem at a time.
    return (
        _unknown_targets(documents)
        or _rivals(documents)
        or _circles(documents)
        or _shared_addresses(documents)
    )


def _declared(documents: Sequence[Document]) -> dict[str, str]:
    return {new.supersedes: new.document_id for new in documents if new.supersedes is not None}


def _head(document_id: str, replaced: dict[str, str]) -> str:
    while document_id in replaced:
        document_id = replaced[document_id]
    return document_id


def _unknown_targets(documents: Sequence[Document]) -> dict[str, str]:
    known = {document.document_id for document in documents}
    return {
        document.path: f"it supersedes '{document.supersedes}', and there is no such document: correct "
        "the id, or delete the line if that file is gone"
        for document in documents
        if document.supersedes is not None and document.supersedes not in known
    }


def _rivals(documents: Sequence[Document]) -> dict[str, str]:
    wanted: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.supersedes is not None:
            wanted[document.supersedes].append(document)
    return {
        document.path: f"it supersedes '{old}', and so does {_others(document, rivals)}: let one "
        "supersede the other"
        for old, rivals in wanted.items()
        if len(rivals) > 1
        for document in rivals
    }


def _circles(documents: Sequence[Document]) -> dict[str, str]:
    target = {document.document_id: document.supersedes for document in documents}
    found: dict[str, str] = {}
    for document in documents:
        way = [document.document_id]
        while (step := target[way[-1]]) is not None and step not in way:
            way.append(step)
        if step == document.document_id:
            circle = " -> ".join([*way, step])
            found[document.path] = (
                f"it supersedes itself in a circle ({circle}): delete one 'supersedes' line"
            )
    return found


def _shared_addresses(documents: Sequence[Document]) -> dict[str, str]:
    replaced = _declared(documents)
    found: dict[str, str] = {}
    for sharing in _by_address(documents):
        originals, digests = _current(sharing, replaced)
        rivals = originals or digests
        if len(rivals) > 1:
            for document in rivals:
                found[document.path] = (
                    f"it has the url of {_others(document, rivals)}, and both would be counted: delete "
                    "one, or let "
                    "one say 'supersedes: ' and the other's document_id"
                )
        for original in originals if len(originals) == 1 else ():
            for digest in sharing:
                head = _head(digest.document_id, replaced)
                if digest.kind == "digest" and head not in (digest.document_id, original.document_id):
                    found[original.path] = (
                        f"it has the url of {digest.path}, which '{head}' replaces already: let one of "
                        "the two "
                        "supersede the other"
                    )
    return found


def _by_address(documents: Sequence[Document]) -> list[list[Document]]:
    """The documents that have a url, those of one address together."""
    groups: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.url is not None:
            groups[_address(document.url)].append(document)
    return list(groups.values())


def _current(
    documents: Sequence[Document], replaced: dict[str, str]
) -> tuple[list[Document], list[Document]]:
    """The originals and the digests among the documents that no other one replaces."""
    current = [document for document in documents if document.document_id not in replaced]
    return [d for d in current if d.kind != "digest"], [d for d in current if d.kind == "digest"]


def _others(document: Document, rivals: Sequence[Document]) -> str:
    return " and ".join(rival.path for rival in rivals if rival is not document)


def _address(url: str) -> str:
    """One spelling for addresses that differ only in what no server tells apart."""
    parts = urlsplit(url)
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}"
