"""Who replaces whom, and that nothing is chosen where two could."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nhscuts_pipeline.documents.document import Document, DocumentError
from nhscuts_pipeline.documents.superseding import problems, resolve

URL = "https://www.example.org/story"


def doc(
    name: str, *, supersedes: str | None = None, url: str | None = None, kind: str = "article"
) -> Document:
    return Document(name, name, name, None, None, url, kind, f"{name}.md", "0" * 64, "t", supersedes)


def digest(name: str, *, supersedes: str | None = None) -> Document:
    return doc(name, supersedes=supersedes, url=URL, kind="digest")


def test_an_original_replaces_the_digest_of_its_url() -> None:
    original = doc("original", url="http://example.org/story/#top")
    assert resolve([digest("digest"), original, doc("other", url=URL + "?page=2")]) == {"digest": "original"}


def test_a_chain_leads_to_its_end_also_by_url() -> None:
    chain = [
        doc("a"),
        digest("b", supersedes="a"),
        doc("c", url=URL),
        doc("d", url=URL, supersedes="c"),
    ]
    assert resolve(chain) == {"a": "d", "b": "d", "c": "d"}


def test_a_document_may_replace_a_digest_by_id_and_url_at_once() -> None:
    assert resolve([digest("a"), doc("b", url=URL, supersedes="a")]) == {"a": "b"}


@pytest.mark.parametrize(
    ("documents", "at_fault", "said"),
    [
        ([doc("a", supersedes="zz")], {"a.md"}, "there is no such document"),
        ([doc("a"), doc("b", supersedes="a"), doc("c", supersedes="a")], {"b.md", "c.md"}, "so does"),
        ([doc("a", supersedes="a")], {"a.md"}, "a -> a"),
        ([doc("a", supersedes="b"), doc("b", supersedes="a"), doc("c")], {"a.md", "b.md"}, "in a circle"),
        ([doc("a", url=URL), doc("b", url=URL)], {"a.md", "b.md"}, "both would be counted"),
        ([digest("a"), digest("b")], {"a.md", "b.md"}, "both would be counted"),
        ([digest("d"), doc("a", url=URL), doc("b", url=URL)], {"a.md", "b.md"}, "both would be counted"),
        ([digest("d"), doc("a", url=URL), doc("b", supersedes="d")], {"a.md"}, "'b' replaces already"),
    ],
)
def test_what_cannot_be_decided_is_a_problem(
    documents: list[Document], at_fault: set[str], said: str
) -> None:
    found = problems(documents)
    assert set(found) == at_fault
    assert all(said in reason for reason in found.values())
    with pytest.raises(DocumentError, match=said):
        resolve(documents)


NAMES = ["a", "b", "c", "d", "e", "f"]
WORLDS = st.tuples(
    *(
        st.builds(
            doc,
            st.just(name),
            supersedes=st.none() | st.sampled_from([*NAMES, "gone"]),
            url=st.none() | st.sampled_from([URL, URL + "2"]),
            kind=st.sampled_from(["article", "digest"]),
        )
        for name in NAMES
    )
).map(list)


@given(WORLDS)
def test_once_the_faulty_are_gone_what_counts_is_settled(documents: list[Document]) -> None:
    while found := problems(documents):
        documents = [d for d in documents if d.path not in found]
    replaced = resolve(documents)
    assert resolve(documents[::-1]) == replaced
    counting = {d.document_id for d in documents} - set(replaced)
    assert set(replaced.values()) <= counting
    urls = [d.url for d in documents if d.url and d.document_id in counting]
    assert len(urls) == len(set(urls)), "one address counts once"
