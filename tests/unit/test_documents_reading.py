"""Every file of a folder is a document or a refusal with a reason; offsets survive reading."""

import hashlib
import importlib.util
import os
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nhscuts_pipeline.documents.document import DocumentError
from nhscuts_pipeline.documents.reading import read_document, read_folders, read_source, slug_of

HEAD = "---\ntitle: T\npublisher: P\npublished: 2006-10-19\n---\n"
LINES = st.lists(
    st.text(alphabet=st.characters(exclude_characters="\r\n\0", exclude_categories=["Cs"])), min_size=1
).filter(lambda lines: any(line.strip() for line in lines))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def reasons(root: Path) -> dict[str, str]:
    return {refusal.path: refusal.reason for refusal in read_folders([root / "documents"], root)[1]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_lf_and_crlf_files_have_one_text_and_other_characters_stay(tmp_path: Path, lines: list[str]) -> None:
    text = "\n".join(lines)
    unix = read_source(write(tmp_path / "a.md", HEAD + text))
    dos = read_source(write(tmp_path / "b.md", (HEAD + text).replace("\n", "\r\n")))
    assert unix.text == dos.text == text


@pytest.fixture
def score() -> ModuleType:
    path = Path(__file__).parents[1] / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "content", [HEAD + "\n\nA £1m — cut.\r\nEnd\rof", "No front matter.\r\n", HEAD + "---\nx"]
)
def test_text_is_what_the_scorer_counts_in(tmp_path: Path, score: ModuleType, content: str) -> None:
    path = write(tmp_path / "a.md", content)
    assert read_source(path).text == score.text_of(path)


def test_a_document_with_everything(tmp_path: Path) -> None:
    content = (
        "---\ntitle: 'Board: cuts'\npublisher: The Echo\npublished: 2025-05\nurl: https://example.org/a\n"
        "kind: paper\nsupersedes: old-one\ndocument_id: board-cuts\nnote: mine\n---\n500 posts.\n"
    )
    path = write(tmp_path / "documents" / "x.md", content)
    document = read_document(path, tmp_path)
    assert (document.document_id, document.title, document.publisher) == (
        "board-cuts",
        "Board: cuts",
        "The Echo",
    )
    assert (document.published_from, document.published_to) == (date(2025, 5, 1), date(2025, 5, 31))
    assert (document.url, document.kind, document.supersedes) == ("https://example.org/a", "paper", "old-one")
    assert (document.path, document.text) == ("documents/x.md", "500 posts.\n")
    assert document.sha256 == hashlib.sha256(content.encode()).hexdigest()


def test_plain_text_is_a_document_titled_by_its_name(tmp_path: Path) -> None:
    document = read_document(write(tmp_path / "Trust to lose 85.TXT", "85 posts."), tmp_path)
    assert (document.document_id, document.title, document.kind) == (
        "trust-to-lose-85",
        "Trust to lose 85",
        "article",
    )
    assert (document.publisher, document.published_from, document.published_to) == ("not stated", None, None)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "a.md", b"\xef\xbb\xbf" + HEAD.encode() + b"text"))
    assert (source.text, source.published_from) == ("text", date(2006, 10, 19))


@given(st.text())
def test_a_slug_is_a_slug_and_stays_one(name: str) -> None:
    slug = slug_of(name)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug_of(slug) == slug


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", HEAD + " \n", "no text"),
        ("a.md", "", "no text"),
        ("a.md", HEAD.encode() + b"caf\xe9", f"byte {len(HEAD) + 3} is 0xe9"),
        ("a.md", "text".encode("utf-16"), "byte 0 is 0xff"),
        ("a.md", "text".encode("utf-16-le"), "character 1 is NUL"),
        ("a.md", "---\ntitle: t\npublished: 2006-02-30\n---\nt", "wrong date in line 3"),
        ("a.md", "---\ntitle: t\nkind: blog\n---\nt", "unknown kind 'blog' in line 3"),
        ("a.md", "---\npublisher: P\n---\nt", "names no title"),
        ("a.md", "---\nkind: digest\ntitle: t\npublished: 2006\n---\nt", "this digest names no publisher"),
        ("a.md", "---\nkind: digest\ntitle: t\npublisher: P\n---\nt", "this digest names no published"),
        ("a.md", "---\ntitle: t\nurl: example.org/a\n---\nt", "wrong url in line 3"),
        ("a.md", "---\ntitle: t\nurl: 'http://[x'\n---\nt", "wrong url in line 3"),
        ("a.md", "---\ntitle: t\ndocument_id: A b\n---\nt", "wrong document_id in line 3: 'A b'; .*'a-b'"),
        ("日本.md", "text", "add 'document_id: some-words'"),
        ("a.md", "x" * 1001, r"1,001 bytes, over the limit of 1,000"),
        ("a.pdf", "text", r"'\.pdf' is not a format we read"),
        ("notes", "text", "'notes' is not a format we read"),
    ],
)
def test_a_file_is_refused_with_a_reason(tmp_path: Path, name: str, content: str | bytes, said: str) -> None:
    path = write(tmp_path / "documents" / name, content)
    with pytest.raises(DocumentError, match=said):
        read_document(path, tmp_path, max_bytes=1000)
    documents, refusals = read_folders([tmp_path / "documents"], tmp_path, max_bytes=1000)
    assert documents == []
    assert [r.path for r in refusals] == [f"documents/{name}"]


def test_what_is_not_a_readable_file_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    write(folder / "good.md", "85 posts.")
    write(folder / "deeper" / "also.txt", "82 posts.")
    (folder / "gone.md").symlink_to(folder / "nothing")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.md")
    (folder / os.fsdecode(b"caf\xe9.md")).write_text("80 posts.")
    documents, refusals = read_folders([folder], tmp_path)
    assert [d.path for d in documents] == ["documents/deeper/also.txt", "documents/good.md"]
    said = {refusal.path: refusal.reason for refusal in refusals}
    assert "a link to a file that is gone" in said["documents/gone.md"]
    assert "a folder or a link to one" in said["documents/loop"]
    assert "not a regular file" in said["documents/pipe.md"]
    assert "not UTF-8" in said["documents/caf\\xe9.md"]
    assert len(said) == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_files_and_folders_without_permission_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "documents" / "a.md", "text").chmod(0)
    write(tmp_path / "documents" / "closed" / "b.md", "text").parent.chmod(0)
    found = reasons(tmp_path)
    (tmp_path / "documents" / "closed").chmod(0o700)
    assert "Permission denied" in found["documents/a.md"]
    assert "the folder cannot be read" in found["documents/closed"]


def test_readme_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("README.md", ".DS_Store", ".git/config"):
        write(tmp_path / "documents" / name, "text")
    assert read_folders([tmp_path / "documents"], tmp_path) == ([], [])


def test_all_files_of_one_id_are_refused_and_name_the_others(tmp_path: Path) -> None:
    for name in ("documents/a.md", "documents/a.txt", "inbox/A.md", "inbox/b.md"):
        write(tmp_path / name, name)
    documents, refusals = read_folders([tmp_path / "documents", tmp_path / "inbox"], tmp_path)
    assert [d.path for d in documents] == ["inbox/b.md"]
    assert [r.path for r in refusals] == ["documents/a.md", "documents/a.txt", "inbox/A.md"]
    assert "also that of documents/a.txt, inbox/A.md" in refusals[0].reason
    assert refusals[0].sha256 == hashlib.sha256(b"documents/a.md").hexdigest()


def test_refusing_one_document_can_refuse_those_that_point_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    write(folder / "a.md", "---\ntitle: a\nsupersedes: gone\n---\nt")
    write(folder / "b.md", "---\ntitle: b\nsupersedes: a\n---\nt")
    write(folder / "c.md", "t")
    documents, refusals = read_folders([folder], tmp_path)
    assert [d.document_id for d in documents] == ["c"]
    assert ["'gone'" in refusals[0].reason, "'a'" in refusals[1].reason] == [True, True]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no folder"):
        read_folders([tmp_path / "documents"], tmp_path)
