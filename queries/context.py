"""The sentence that a fact stands in, with its neighbours: from the printed text and offsets alone, so that every
engine gives the same.
"""

import re

_SENTENCE = re.compile(r"[^\n\r\u2028\u2029]*?(?:[.!?؟…]+[»”\"')\]]*(?=\s|$)|(?=[\n\r\u2028\u2029]|$))", re.DOTALL)


def in_context(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The sentence or sentences that hold the span, the one before and the one after ("" where there is none).

    Offsets count code points of the text, half-open.
    """
    spans = [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]
    held = [n for n, (first, last) in enumerate(spans) if first < end and last > start]
    if not held:
        return text[start:end].strip(), "", ""
    first, last = held[0], held[-1]
    before = text[slice(*spans[first - 1])].strip() if first else ""
    after = text[slice(*spans[last + 1])].strip() if last + 1 < len(spans) else ""
    return text[spans[first][0] : spans[last][1]].strip(), before, after
