"""Bytes to text: UTF-8, UTF-16 and windows-1256 are read, everything else is called by its name."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from charset_normalizer import from_bytes

from graph.errors import SourceError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARIES: Final = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"SQLite format 3": "an SQLite database",
    b"{\\rtf": "an RTF document",
}
_PERSIAN: Final = re.compile("[\u0600-\u06ff\u200c\u200d«»\xa0…–—“”‘’•×÷]")
_FOREIGN: Final = re.compile("[^\0-\x7f]")
_CONTROLS: Final = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE: Final = 100_000  # bytes from which the encoding of a long file is told
_ENOUGH: Final = 0.9  # share of 1 of the letters beyond ASCII that must be Persian for windows-1256 to be believed
_CURE: Final = "save it as UTF-8"


def decoded(raw: bytes, place: str, hint: str | None = None) -> str:
    """The text of some bytes; `hint` is the encoding that a server or the page itself claims.

    Raises: SourceError when they are no text, or text in an encoding that is not read.
    """
    _refuse_known_binaries(raw, place)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], name, place)
    if b"\0" in raw:
        return _wide(raw, place)
    for text in _readings(raw, hint):
        _refuse_spoilt(text, place)
        return text
    raise _foreign(raw, place)


def _refuse_known_binaries(raw: bytes, place: str) -> None:
    for start, name in _BINARIES.items():
        if raw.startswith(start):
            raise SourceError(place, f"this is {name}, not text", "take the text out of it and give that")


def _strict(raw: bytes, encoding: str, place: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"says it is {encoding.upper()}, but byte {error.start} is not"
        raise SourceError(place, problem, "it may be cut off or mixed from two encodings; save it again") from None


def _wide(raw: bytes, place: str) -> str:
    """UTF-16 that forgot its mark, known by being Persian; nothing else that is text holds NULs."""
    for name in ("utf-16-le", "utf-16-be"):
        text = _attempt(raw, name)
        if text and "\0" not in text and _share_persian(text) >= _ENOUGH:
            return text
    raise SourceError(place, "this is not text (it holds NUL bytes)", "give text, HTML, JSON Lines, CSV or a feed")


def _readings(raw: bytes, hint: str | None) -> Iterator[str]:
    """What the bytes may say, best first.

    Beyond ASCII only UTF-8 reads as UTF-8; a claim that any bytes would fulfil is believed when it yields Persian, or
    nothing else does.
    """
    utf8, claimed = _attempt(raw, "utf-8"), _attempt(raw, hint) if hint else None
    windows = _attempt(raw, "windows-1256")
    yield from (text for text in (utf8,) if text is not None)
    yield from (text for text in (claimed, windows) if text and _share_persian(text) >= _ENOUGH)
    yield from (text for text in (claimed,) if text)


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _share_persian(text: str) -> float:
    beyond = len(_FOREIGN.findall(text))
    return len(_PERSIAN.findall(text)) / beyond if beyond else 0.0


def _foreign(raw: bytes, place: str) -> SourceError:
    """Names what it seems to be: UTF-8 with a few broken bytes, or another encoding altogether."""
    read = raw.decode("utf-8", "replace")
    broken = read.count("\ufffd")
    if broken * 20 < len(_FOREIGN.findall(read)):
        line = read[: read.index("\ufffd")].count("\n") + 1
        return SourceError(place, f"is UTF-8, but holds broken bytes (the first in line {line})", "save it again")
    best = from_bytes(raw[:100_000]).best()
    seems = f"it seems to be {best.encoding}" if best else "it fits no encoding that is known"
    return SourceError(place, f"is neither UTF-8, UTF-16 nor Persian windows-1256; {seems}", _CURE)


def _refuse_spoilt(text: str, place: str) -> None:
    """Refuses what decodes but is no text: control characters, or Persian that somebody decoded wrongly before."""
    if len(_CONTROLS.findall(text)) * 20 > len(text):
        raise SourceError(place, "this is not text (it is full of control characters)", "give text")
    if text.count("\ufffd") * 20 > len(_FOREIGN.findall(text)) > 0:
        raise SourceError(
            place, "its letters were lost before (it is full of «\ufffd»)", "get it anew where it is whole"
        )
    sample = text[:2000]
    if _share_persian(sample) < 0.5 and _was_persian(sample):
        raise SourceError(place, "its Persian was decoded wrongly before («Ø³Ù„Ø§Ù…»)", "get it anew, as UTF-8")


def _was_persian(text: str) -> bool:
    for wrong in ("latin-1", "windows-1252"):
        for right in ("utf-8", "windows-1256"):
            healed = text.encode(wrong, "replace").decode(right, "replace")
            if len(_FOREIGN.findall(text)) > 20 and _share_persian(healed) >= _ENOUGH:
                return True
    return False


def decoded_lines(stream: BinaryIO, place: str) -> Iterator[str]:
    """The lines of a stream that can be rewound, with their ends, in the encoding that its beginning shows.

    Raises: SourceError as `decoded`.
    """
    sample = stream.read(_SAMPLE)
    stream.seek(0)
    name = _encoding(sample, place)
    try:
        yield from io.TextIOWrapper(stream, name, newline="")
    except UnicodeDecodeError as error:
        raise SourceError(place, f"is {name.upper()} at its beginning, but not later ({error.reason})", _CURE) from None


def _encoding(sample: bytes, place: str) -> str:
    _refuse_known_binaries(sample, place)
    marked = next((name for mark, name in _MARKS if sample.startswith(mark)), None)
    if marked:
        return "utf-8-sig" if marked == "utf-8" else marked[:6]
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        if _share_persian(sample.decode("windows-1256")) < _ENOUGH:
            raise _foreign(sample, place) from None
        return "windows-1256"
    return "utf-8"
