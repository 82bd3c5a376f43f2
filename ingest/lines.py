"""Lines are paragraphs, except on old pages that broke them by width: there a full line without a stop runs on."""

from collections.abc import Sequence

from graph.facts import Span

_STOPS = frozenset(".!?؟:؛»”\"')…*-")
_LONG = 50  # code points of a line that may have been broken by width
_WIDEST = 100  # of a page so broken
_MANY = 6  # long lines, from which on a page's habit can be told
_MOST = 0.6  # share of them without a stop at their end
_FULL = 0.7  # share of the page's width from which on a line was full


def joined(text: str, lines: Sequence[Span]) -> list[Span]:
    """The paragraphs of a text, from the spans of its lines."""
    width = _width(text, lines)
    if width is None:
        return list(lines)
    found: list[Span] = []
    for start, end in lines:
        if found and _runs_on(text, found[-1], start, width):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _width(text: str, lines: Sequence[Span]) -> int | None:
    """The longest line of a page whose lines were broken by width; None of another one."""
    long = [(start, end) for start, end in lines if end - start >= _LONG]
    if len(long) < _MANY or max(end - start for start, end in long) > _WIDEST:
        return None
    bare = sum(text[end - 1] not in _STOPS for _, end in long)
    return max(end - start for start, end in long) if bare >= _MOST * len(long) else None


def _runs_on(text: str, before: Span, start: int, width: int) -> bool:
    """Whether the line behind a paragraph goes on with it."""
    first, end = before
    if text[end - 1] in _STOPS or text.count("\n", end, start) > 1:
        return False
    return end - max(first, text.rfind("\n", first, end) + 1) >= _FULL * width
