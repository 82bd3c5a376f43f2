import codecs
import io

import pytest

from graph.errors import SourceError
from ingest.sources.encoding import decoded, decoded_lines

PERSIAN = "وزير خارجه پاكستان گفت : «ژاپن مي\u200cپذيرد كه چين همسايه است.»\nدو كشور توافق كردند.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_persian_is_read_in_every_encoding_it_is_printed_in(encoding: str) -> None:
    assert decoded(PERSIAN.encode(encoding), "x") == PERSIAN
    assert "".join(decoded_lines(io.BytesIO(PERSIAN.encode(encoding)), "x")) == PERSIAN


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (b"", "utf-16-le"), (b"", "utf-16-be")]
)
def test_utf_16_is_known_with_and_without_its_mark(mark: bytes, encoding: str) -> None:
    assert decoded(mark + PERSIAN.encode(encoding), "x") == PERSIAN


@pytest.mark.parametrize("hint", [None, "utf-8", "iso-8859-1", "windows-1256", "no-such-encoding"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_a_wrong_claim_does_no_harm(encoding: str, hint: str | None) -> None:
    assert decoded(PERSIAN.encode(encoding), "x", hint) == PERSIAN


def test_a_claim_is_believed_where_nothing_else_fits() -> None:
    assert decoded("Déjà vu à Téhéran, où l'été".encode("latin-1"), "x", "iso-8859-1").startswith("Déjà")


@pytest.mark.parametrize("raw", [b"", b"plain ascii\n", "é".encode()])
def test_short_and_foreign_utf_8_is_text_too(raw: bytes) -> None:
    assert decoded(raw, "x") == raw.decode()


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (bytes(range(256)) * 4, "NUL"),
        (b"\x01\x02\x03\x04\x05" * 40, "control characters"),
        ("Правительство Ирана объявило".encode("windows-1251"), "neither UTF-8"),
        ("Déjà vu à Téhéran".encode("windows-1252"), "neither UTF-8"),
        ((PERSIAN.encode() + b"\xff\n") * 2, "broken bytes (the first in line 7)"),
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd", "says it is UTF-8"),
        (PERSIAN.encode().decode("latin-1").encode(), "decoded wrongly before"),
        (PERSIAN.encode("windows-1256").decode("latin-1").encode(), "decoded wrongly before"),
        (("متن " + "\ufffd" * 9).encode(), "letters were lost"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(raw: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        decoded(raw, "there")

    assert caught.value.place == "there"
    assert problem in caught.value.problem
    assert caught.value.cure


def test_a_long_file_that_changes_its_encoding_says_so() -> None:
    raw = ("متن\n" * 50_000).encode() + "متن\n".encode("windows-1256")

    with pytest.raises(SourceError, match="not later"):
        list(decoded_lines(io.BytesIO(raw), "there"))
