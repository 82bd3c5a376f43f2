"""Who a stretch of an article names: persons, offices, organizations, unnamed sources, pronouns, as spans."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from graph.facts import Span
from ingest.offices import FIGURE
from ingest.phrases import Name, name_at, office_end, organ_end
from ingest.reading import Reading
from ingest.states import StateMention
from ingest.wording import Word, lay_out

_THIS_COUNTRY = "این کشور"

type MentionKind = Literal["person", "office", "organization", "state", "unnamed", "this", "pronoun", "thing"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name someone; spans are half-open code points of the text.

    `name` is the proper name alone, `office` the office alone; `code` the state or body they belong to; `head` the key
    and `sort` the class of the word that begins the phrase; `first` and `last` its words' indices in the stretch.
    """

    span: Span
    kind: MentionKind
    sort: str
    head: str
    first: int
    last: int
    name: Span | None = None
    office: Span | None = None
    code: str | None = None
    plural: bool = False
    core: Span | None = None
    parts: tuple["Mention", ...] = ()


@dataclass(frozen=True)
class Stretch:
    """A laid out stretch of text: its words, one character each in `sorts`, and the mentions in them."""

    words: Sequence[Word]
    sorts: str
    mentions: Sequence[Mention]


@dataclass
class Mentions:
    """Reads stretches of an article when asked, each once."""

    reading: Reading
    states: Sequence[StateMention]
    _known: dict[Span, Stretch] = field(default_factory=dict)

    def within(self, start: int, end: int) -> Stretch:
        """The stretch from one code point to another."""
        if (start, end) not in self._known:
            words = [self._reconsidered(word) for word in lay_out(self.reading.folded, start, end, self.states)]
            sorts = "".join(word.sort for word in words)
            mentions = [self._placed(mention) for mention in _mentions(words, sorts)]
            self._known[start, end] = Stretch(words, sorts, mentions)
        return self._known[start, end]

    def _placed(self, mention: Mention) -> Mention:
        """The mention with the state that «این کشور» in it stands for."""
        if mention.code is None and _THIS_COUNTRY in self.reading.folded[slice(*mention.span)]:
            before = bisect_left(self.states, (mention.span[0],))
            return replace(mention, code=self.states[before - 1].code) if before else mention
        return mention

    def _reconsidered(self, word: Word) -> Word:
        return word._replace(sort=FIGURE) if word.sort in "xNFb" and word.key in self.surnames else word

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last words of the full names that the article tells."""
        told = [named for stretch in self._raw() for named in _full_names(stretch)]
        sure = {word.key for named, strong in told if strong for word in named[1:]}
        weak = {named[1].key for named, strong in told if not strong and named[0].key not in sure}
        lone = {named[0].key for named, strong in told if strong and len(named) == 1}
        return frozenset(sure | weak | lone)

    def _raw(self) -> Iterator[Stretch]:
        for start, end in self.reading.paragraphs:
            words = lay_out(self.reading.folded, start, end, self.states)
            sorts = "".join(word.sort for word in words)
            yield Stretch(words, sorts, _mentions(words, sorts))

    @cached_property
    def everywhere(self) -> list[tuple[Mention, Sequence[Word]]]:
        """All mentions of the article with the words around them, in order."""
        stretches = (self.within(start, end) for start, end in self.reading.paragraphs)
        return [(mention, stretch.words) for stretch in stretches for mention in stretch.mentions]


def _full_names(stretch: Stretch) -> Iterator[tuple[list[Word], bool]]:
    """The names of a stretch, word by word, and whether more than a forename speaks for each."""
    for mention in stretch.mentions:
        start, end = mention.name or (0, 0)
        named = [
            word
            for word in stretch.words[mention.first : mention.last]
            if start <= word.start < end and word.sort in "xNFKLb"
        ]
        strong = (
            mention.office is not None
            or any(word.sort in "N" for word in named[:1])
            or stretch.sorts[mention.first] in 'T"'
        )
        titled = stretch.sorts[mention.first] == "T"
        if len(named) > 1 or ((mention.office or titled) and named and named[0].sort in "xN"):
            yield named, strong or len(named) > 2


def find(reading: Reading, states: Sequence[StateMention]) -> Mentions:
    """The mentions of an article, read where they are asked for."""
    return Mentions(reading, states)


def _mentions(words: Sequence[Word], sorts: str) -> list[Mention]:
    found: list[Mention] = []
    i = 0
    while i < len(words):
        mention = _mention_at(words, sorts, i)
        if mention and not _is_section(words, mention):
            found.append(mention)
            i = mention.last
        else:
            i += 1
    return list(_joined(found, sorts))


def _is_section(words: Sequence[Word], mention: Mention) -> bool:
    """Whether a group is the newspaper's own desk («گروه سیاسی:»)."""
    return mention.head == "گروه" and mention.last < len(words) and words[mention.last].sort == ":"


def _joined(mentions: Sequence[Mention], sorts: str) -> Iterator[Mention]:
    """The mentions, those that «و» or a comma makes one speaker as one."""
    held: Mention | None = None
    for mention in mentions:
        if held is not None and _join(held, mention, sorts):
            parts = (*(held.parts or (held,)), mention)
            held = replace(
                held,
                span=(held.span[0], mention.span[1]),
                last=mention.last,
                plural=True,
                parts=parts,
                core=(held.core or held.span) if not held.parts else held.core,
            )
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _join(one: Mention, other: Mention, sorts: str) -> bool:
    between = sorts[one.last : other.first]
    if between == "," and one.kind == other.kind == "state":
        return True
    return between == "&" and one.kind in _ALIKE and other.kind in _ALIKE[one.kind]


_ALIKE: dict[str, tuple[str, ...]] = {
    "person": ("person", "unnamed"),
    "office": ("office", "unnamed"),
    "unnamed": ("unnamed", "office"),
    "state": ("state", "organization"),
    "organization": ("organization", "state", "unnamed"),
}


def _mention_at(words: Sequence[Word], sorts: str, i: int) -> Mention | None:
    sort = sorts[i]
    if sort in "WY":
        return Mention(_span(words, i, i + 1), "pronoun", sort, words[i].key, i, i + 1, plural=sort == "Y")
    if sort == "H":
        return _this(words, sorts, i)
    if sort == "Q" or (sort == "0" and sorts[i + 1 : i + 2] in tuple("RSEUV")):
        return _some(words, sorts, i)
    if sort in _NAMING:
        named = name_at(words, sorts, i)
        if named:
            return _after_name(words, sorts, i, named)
    if sort == "D":
        return _document(words, sorts, i)
    return _headed(words, sorts, i, i) if sort in _HEADS else None


_NAMING = frozenset('TFKNLb"x')
_HEADS = frozenset("RSEPUVOBGMomCA")
_PERSONAL = frozenset("RSEPUV")


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    return words[first].start, words[last - 1].end


def _code(words: Sequence[Word], first: int, last: int) -> str | None:
    """The state of a phrase: the first that it names, «آمریکا» in «مدیرکل آمریکای وزارت خارجه» passed over."""
    coded = [i for i in range(first, last) if words[i].code]
    own = [i for i in coded if words[i].sort != "C" or i + 1 >= last or words[i + 1].sort not in "OGR"]
    return words[(own or coded)[0]].code if coded else None


def _end(words: Sequence[Word], sorts: str, head: int) -> int:
    if sorts[head] in _PERSONAL:
        return office_end(words, sorts, head)
    if sorts[head] in "omCA":
        return head + 1
    return organ_end(words, sorts, head)


def _this(words: Sequence[Word], sorts: str, i: int) -> Mention | None:
    """«این مقام»: what was named before."""
    head = i + 1
    while head < len(sorts) and sorts[head] in "QT":
        head += 1
    if head >= len(sorts) or sorts[head] not in "RSEPUVOBGMD":
        return None
    end = head + 1 if sorts[head] == "D" else _end(words, sorts, head)
    code = _code(words, head, end)
    return Mention(
        _span(words, i, end), "this", sorts[head], words[head].key, i, end, code=code, plural=sorts[head] in "PVB"
    )


def _some(words: Sequence[Word], sorts: str, i: int) -> Mention | None:
    """«برخی از مقامات»، «دو دیپلمات»."""
    head = i + 1
    while head < len(sorts) and (sorts[head] in "Q0" or words[head].key == "از"):
        head += 1
    if sorts[head : head + 1] == '"' and sorts[head + 1 : head + 2] in tuple("RSEUV"):
        head += 1
    if head >= len(sorts) or sorts[head] not in "RSEPUVOBGMCAx":
        return _alone(words, i)
    if sorts[head] == "x" and not words[head].key.endswith(_PLURALS):
        return _alone(words, i)
    mention = _headed(words, sorts, head, i)
    if mention.name:
        return mention
    many = sorts[head] in "PVB" or words[i].key not in ("یک", "یکی", "یکیاز")
    return Mention(
        mention.span,
        "unnamed",
        mention.sort,
        mention.head,
        i,
        mention.last,
        office=mention.office,
        code=mention.code,
        plural=many,
    )


def _alone(words: Sequence[Word], i: int) -> Mention | None:
    """«برخی» with no noun."""
    if words[i].key not in ("برخی", "بسیاری", "بعضی", "عدهای"):
        return None
    return Mention(_span(words, i, i + 1), "unnamed", "V", words[i].key, i, i + 1, plural=True)


_PLURALS = ("ان", "ها", "های", "ات", "ین")


def _document(words: Sequence[Word], sorts: str, i: int) -> Mention:
    """«بیانیه وزارت خارجه»: who issued it speaks."""
    if sorts[i + 1 : i + 2] in tuple("OGMomCFKNRSE"):
        inner = _mention_at(words, sorts, i + 1)
        if inner and inner.kind in ("organization", "person", "state", "office"):
            return replace(inner, span=(words[i].start, inner.span[1]), first=i, core=inner.span)
    return Mention(_span(words, i, i + 1), "thing", "D", words[i].key, i, i + 1)


def _headed(words: Sequence[Word], sorts: str, head: int, first: int) -> Mention:
    """The mention whose phrase has its head at a word; the name of the holder may follow."""
    sort = sorts[head]
    end = _end(words, sorts, head)
    code = _code(words, head, end)
    held = _holder(words, sorts, head, end) if sort in "RSEUP" else None
    if held:
        return Mention(
            _span(words, first, held.close), "person", sort, words[head].key, first, held.close,
            name=_span(words, held.first, held.last), office=_span(words, head, end), code=code,
        )  # fmt: skip
    office = _span(words, head, end) if sort in _PERSONAL else None
    people = sort == "A" and words[head].key.endswith(_PLURALS[:3])
    return Mention(
        _span(words, first, end), "unnamed" if people else _KINDS.get(sort, "office"), sort, words[head].key, first, end,
        office=office, code=code, plural=people or sort in "PVB",
    )  # fmt: skip


_KINDS: dict[str, MentionKind] = {
    "C": "state",
    "A": "thing",
    **dict.fromkeys("omOBGM", "organization"),
    **dict.fromkeys("UV", "unnamed"),
}


def _holder(words: Sequence[Word], sorts: str, head: int, end: int) -> Name | None:
    """The name that follows an office: at once, or after a comma."""
    apart = sorts[end : end + 1] in tuple(",-")
    at = end + apart
    if sorts[head] == "P" and not apart:
        return None
    found = name_at(words, sorts, at, strong=not apart) if at < len(sorts) else None
    if found is None:
        return None
    alone = found.last - found.first < 2
    if alone and ((apart and sorts[at] not in 'T"') or (sorts[head] == "S" and end == head + 1)):
        return None
    return found


def _after_name(words: Sequence[Word], sorts: str, first: int, named: Name) -> Mention:
    """The mention that begins with a name; an office in apposition belongs to it."""
    at = _aside(sorts, named.close)
    apart = at > named.close
    head = at + (sorts[at : at + 1] == "Q")
    name, end = _span(words, named.first, named.last), named.close
    office = code = None
    if sorts[head : head + 1] in tuple("RSEUP"):
        last = office_end(words, sorts, head, after_name=True)
        if not (apart and named.last - named.first < 2 and _full_name_follows(words, sorts, last)):
            office, code = _span(words, head, last), _code(words, head, last)
            end = last + (sorts[last : last + 1] == ")" and sorts[at - 1] == "(")
    code = code or next((word.code for word in words[named.first : named.last] if word.code), None)
    return Mention(
        _span(words, first, end), "person", sorts[named.first], words[named.first].key, first, end, name, office, code
    )


def _aside(sorts: str, at: int) -> int:
    """The place after a bracket and a comma."""
    if sorts.startswith("(", at):
        shut = sorts.find(")", at)
        if 0 < shut - at <= 5:
            at = shut + 1
    return at + (sorts[at : at + 1] in tuple(",-("))


def _full_name_follows(words: Sequence[Word], sorts: str, at: int) -> bool:
    at += sorts[at : at + 1] in tuple(",")
    found = name_at(words, sorts, at, strong=True) if at < len(sorts) else None
    return found is not None and found.last - found.first > 1
