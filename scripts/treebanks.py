"""Universal Dependencies treebanks of Persian as sentences of our own tokens, with one set of tags and labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest import words
from ingest.parsing.arcs import LABELS
from ingest.parsing.tagging import TAGS

_LABELS = {
    "compound:lvc": "lvc",
    "lvc": "lvc",
    "csubj": "ccomp",
    "iobj": "obl",
    "vocative": "dep",
    "parataxis": "dep",
    "dislocated": "dep",
    "goeswith": "dep",
}
_TAGS = {"PROPN": "NOUN", "PART": "ADV", "SYM": "X"}


@dataclass(frozen=True)
class Example:
    """A sentence with each token's tag, head (the number of tokens for the root) and label."""

    keys: Sequence[str]
    tags: Sequence[int]
    heads: Sequence[int]
    labels: Sequence[int]
    home: int  # which treebank it is from


@dataclass(frozen=True)
class _Word:
    start: int
    tag: str
    head: int
    label: str


def examples(path: Path, home: int) -> Iterator[Example]:
    """The sentences of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            yield _example(rows, home)


def _example(rows: Sequence[Sequence[str]], home: int) -> Example:
    text, told, within, start = "", list[_Word](), 0, 0
    for number, form, _, tag, _, _, head, label, _, note in rows:
        if "-" in number:
            within = int(number.split("-")[1])
            start, text = len(text), text + form + " " * ("SpaceAfter=No" not in note)
        elif "." not in number:
            if int(number) > within:
                start, text = len(text), text + form + " " * ("SpaceAfter=No" not in note)
            told.append(_Word(start, _tag(tag, form), int(head) - 1, label))
    return _aligned(words.tokens(text), told, home)


def example(rows: Sequence[tuple[str, str, int, str]], home: int) -> Example:
    """A sentence told by each word, its tag, its head (-1 for the root) and its label."""
    text, told = "", list[_Word]()
    for word, tag, head, label in rows:
        told.append(_Word(len(text), tag, head, label))
        text += word + " "
    return _aligned(words.tokens(text), told, home)


def _tag(tag: str, form: str) -> str:
    if form == "را":
        return "POSTP"
    tag = _TAGS.get(tag, tag)
    return tag if tag in TAGS else "X"


def _aligned(tokens: Sequence[words.Token], told: Sequence[_Word], home: int) -> Example:
    """Words' grammar on tokens: one of several words has its main word's; a word's further ones hang on its first."""
    holder = [next((at for at, token in enumerate(tokens) if word.start < token.end), 0) for word in told]
    depths = [_depth(told, number) for number in range(len(told))]
    held: list[list[int]] = [[] for _ in tokens]
    for number, at in enumerate(holder):
        held[at].append(number)
    tags, heads, labels, last = list[int](), list[int](), list[int](), 0
    for at, numbers in enumerate(held):
        if not numbers:
            tags.append(tags[last] if tags else TAGS.index("X"))
            heads.append(last)
            labels.append(LABELS.index("flat"))
            continue
        main = told[min(numbers, key=depths.__getitem__)]
        tags.append(TAGS.index(main.tag))
        heads.append(len(tokens) if main.head < 0 else holder[main.head])
        labels.append(LABELS.index(_label(main.label)))
        last = at
    return Example([token.key for token in tokens], tags, heads, labels, home)


def _depth(told: Sequence[_Word], number: int) -> int:
    steps = 0
    while told[number].head >= 0:
        number, steps = told[number].head, steps + 1
    return steps


def projective(heads: Sequence[int]) -> list[int]:
    """The heads with each arc that crosses another lifted until none does (Nivre and Nilsson 2005)."""
    lifted = list(heads)
    while crossing := [
        (abs(head - at), at) for at, head in enumerate(lifted) if head < len(heads) and _crosses(lifted, at)
    ]:
        _, at = min(crossing)
        lifted[at] = lifted[lifted[at]]
    return lifted


def _crosses(heads: Sequence[int], at: int) -> bool:
    low, high = sorted((at, heads[at]))
    return any(not low <= heads[between] <= high for between in range(low + 1, high))


def _label(label: str) -> str:
    broad = label.partition(":")[0]
    told = _LABELS.get(label) or _LABELS.get(broad) or broad
    return told if told in LABELS else "dep"
