"""Which mentions a stretch of words holds: offices, names, organs, sources and pronouns put together."""

import re

from graph.facts import Span
from ingest.speaking.joining import Mention, MentionKind, joined
from ingest.speaking.naming import Name, name_at
from ingest.speaking.offices import trait
from ingest.speaking.phrases import is_of_many, office_end, phrase_end
from ingest.speaking.wording import Wording

_BEGINS = re.compile(r'[WYHQTFKNLb"DRSEPUVOBGMomCA]|x(?=F[NKx]|b[FKNx]|[xN],[RSE]|xx,[RSE])|0(?=[RSEUVZ])')
_OF = ("از", "درصد", "درصداز")
_WEE = re.compile("W(?=[NKF]+,[RSE])")  # «وی مورالیدهاران، وزیر …», an initial
_BY_NAME = (["نام"], ["بنام"], ["بهنام"])
_NAMING = frozenset('TFKNLb"x')
_HEADS = frozenset("RSEPUVOBGMomCA")
_BEFORE_ALIAS = frozenset('("e')
_SHORTEST_ASIDE = 3  # words of whose office it is, a comma, and an office
_ASIDE = re.compile(r"(?<=[FKNLx]),[RSEp]")
_NATIONAL = re.compile("x*A[xA]*(?=[NKFLm])")
_PERSONAL = frozenset("RSEPUV")
_SEVERAL = frozenset("PVB")
_ISSUERS = frozenset("OGMomCFKNRSE")
_KINDS: dict[str, MentionKind] = {
    "C": "state",
    "A": "thing",
    **dict.fromkeys("omOBGM", "organization"),
    **dict.fromkeys("UV", "unnamed"),
}


def read(words: Wording) -> list[Mention]:
    """The mentions of a stretch of words, in order; none inside another."""
    found: list[Mention] = []
    at = 0
    while match := _BEGINS.search(words.sorts, at):
        mention = _mention_at(words, match.start())
        if mention and not _is_desk(words, mention) and not _is_alias(words, mention):
            found.append(mention)
        at = mention.last if mention else match.start() + 1
    return list(joined(found, words.sorts))


def _is_desk(words: Wording, mention: Mention) -> bool:
    """Whether a group is the newspaper's own desk («گروه سیاسی:»)."""
    return mention.head == "گروه" and words.sorts.startswith((":", "-"), mention.last)


def _is_alias(words: Wording, mention: Mention) -> bool:
    """Whether it is another name of what stands before («گروه اقدام مالی (FATF)»، «سپاه موسوم به «ساحل»»)."""
    sorts, first, last = words.sorts, mention.first, mention.last
    if first == 0 or sorts[first - 1] not in _BEFORE_ALIAS:
        return False
    if mention.sort == "L" and sorts[first - 1 : first] == "(" and sorts.startswith(")", last):
        return True
    first -= sorts[first - 1 : first] == '"'
    return first > 1 and words.keys[first - 1] == "به" and words.keys[first - 2] in trait("called")


def _mention_at(words: Wording, at: int) -> Mention | None:
    sort = words.sorts[at]
    if sort in "WY" and not _WEE.match(words.sorts, at):
        return Mention(words.span(at, at + 1), "pronoun", sort, words.keys[at], at, at + 1, plural=sort == "Y")
    if sort == "H":
        return _this(words, at)
    if sort in "Q0":
        return _some(words, at)
    if sort in "WY":
        at, sort = at + 1, words.sorts[at + 1]
    if sort in _NAMING and (named := name_at(words, at)):
        return _after_name(words, at, named)
    if sort == "D":
        return _document(words, at)
    return _headed(words, at, at) if sort in _HEADS else None


def state_of(words: Wording, first: int, last: int) -> str | None:
    """The state of a phrase: the first that it names, «آمریکا» in «مدیرکل آمریکای وزارت خارجه» passed over."""
    for i in range(first, last):
        if words.sorts[i] == "H" and words.keys[i + 1 : i + 2] == ["کشور"]:
            return None  # the one named before
        if words.sorts[i] == "K" and not trait("succession").isdisjoint(words.keys[first:i]):
            return None  # «نامزد جانشینی موگرینی»
        if words.codes[i] and not (words.sorts[i] == "C" and words.sorts[i + 1 : i + 2] in {"O", "G", "R"}):
            return words.codes[i]
    return words.code(first, last)


def _this(words: Wording, at: int) -> Mention | None:
    """«این مقام»: whom the text named before."""
    sorts, head = words.sorts, at + 1
    while head < len(sorts) and sorts[head] in "QT":
        head += 1
    if head >= len(sorts) or sorts[head] not in "RSEPUVOBGMD":
        return None
    sort = sorts[head]
    end = head + 1 if sort == "D" else phrase_end(words, head)
    if sort in "UV" and end == head + 2 and sorts[head + 1] == "C":
        end -= 1  # «به گفته این منبع | ایران …»
    return Mention(
        words.span(at, end),
        "this",
        sort,
        words.keys[head],
        at,
        end,
        office=words.span(head, end) if sort in _PERSONAL else None,
        code=state_of(words, head, end),
        plural=sort in _SEVERAL,
    )


def _some(words: Wording, at: int) -> Mention | None:
    """«برخی از مقامات»، «دو دیپلمات»، «۲ منبع آگاه»."""
    sorts, keys, head = words.sorts, words.keys, at + 1
    while head < len(sorts) and (sorts[head] in "Q0" or keys[head] in _OF):
        head += 1
    if sorts.startswith('"', head) and sorts[head + 1 : head + 2] in {"R", "S", "E", "U", "V"}:
        head += 1
    common = sorts[head : head + 1] == "x"
    if head >= len(sorts) or not (sorts[head] in _HEADS or common):
        return _undetermined(words, at)
    if common and not keys[head].endswith(tuple(trait("plural-ending"))):
        return _undetermined(words, at)
    mention = _headed(words, head, at)
    if mention.name:
        return mention
    if keys[mention.last : mention.last + 1] == ["از"] and sorts[mention.last + 1 : mention.last + 2] in _SEVERAL:
        whole = phrase_end(words, mention.last + 1)  # «دو نفر از منابع …»
        mention = mention._replace(
            span=words.span(at, whole), last=whole, code=mention.code or state_of(words, at, whole)
        )
    many = sorts[head] in _SEVERAL or not keys[at].startswith("یک")
    return mention._replace(kind="unnamed", plural=many)


def _undetermined(words: Wording, at: int) -> Mention | None:
    """«برخی» with no noun."""
    if words.keys[at] not in trait("undetermined"):
        return None
    return Mention(words.span(at, at + 1), "unnamed", "V", words.keys[at], at, at + 1, plural=True)


def _document(words: Wording, at: int) -> Mention:
    """«بیانیه وزارت خارجه»: who issued it speaks; «متن بیانیه»: the latter is meant."""
    if words.sorts[at + 1 : at + 2] == "D":
        whole = _document(words, at + 1)
        return whole._replace(span=(words.starts[at], whole.span[1]), first=at)
    if words.sorts[at + 1 : at + 2] in _ISSUERS:
        inner = _mention_at(words, at + 1)
        if inner and inner.kind in ("organization", "person", "state", "office"):
            return inner._replace(span=(words.starts[at], inner.span[1]), first=at, core=inner.span)
    return Mention(words.span(at, at + 1), "thing", "D", words.keys[at], at, at + 1)


def _headed(words: Wording, head: int, first: int) -> Mention:
    """The mention whose phrase has its head at a word; the name of the holder may follow."""
    sort, key = words.sorts[head], words.keys[head]
    end = phrase_end(words, head)
    code = state_of(words, head, end) or (_close_to(words, end) if sort in "UV" else None)
    office = words.span(head, end) if sort in _PERSONAL else None
    held = (_holder(words, head, end) if sort in "RSEUP" else None) or (
        _called_so(words, end) if sort in "RSEU" else None
    )
    if held:
        name = words.span(held.first, held.last)
        return Mention(words.span(first, held.close), "person", sort, key, first, held.close, name, office, code)
    if not trait("aforesaid").isdisjoint(words.keys[head:end]):
        return Mention(
            words.span(first, end), "this", sort, key, first, end, office=office, code=code, plural=sort in _SEVERAL
        )
    people = sort == "A" and key.endswith(("ان", "ها", "های"))
    kind: MentionKind = "unnamed" if people else _KINDS.get(sort, "office")
    many = people or sort in _SEVERAL
    core = _own_name(words, head, end) if sort == "M" else _without_aside(words, first, head, end)
    if sort == "M" and core is None and "چاپ" in words.keys[head + 2 : end]:
        core = words.span(head, words.keys.index("چاپ", head + 2))
    return Mention(
        words.span(first, end), kind, sort, key, first, end, office=office, code=code, plural=many, core=core
    )


def _called_so(words: Wording, end: int) -> Name | None:
    """The name that «به نام» tells («مردی به نام آرش»)."""
    at = end + 1 + (words.keys[end : end + 1] == ["به"])
    return name_at(words, at, strong=True) if words.keys[at - 1 : at] in _BY_NAME and at < len(words) else None


def _without_aside(words: Wording, first: int, head: int, end: int) -> Span | None:
    """The phrase without the office of him whose it is («دفتر جرج بوش، رئیس‌جمهور آمریکا»)."""
    aside = _ASIDE.search(words.sorts, head, end) if end - head > _SHORTEST_ASIDE else None
    apart = aside and (words.sorts[aside.start() + 1] != "p" or is_of_many(words, aside.start() + 1))
    return words.span(first, aside.start()) if aside and apart else None


def _close_to(words: Wording, at: int) -> str | None:
    """The state of those whom a source is said to be close to («منبعی نزدیک به تیم ایرانی»)."""
    if words.keys[at : at + 1] != ["نزدیک"] or words.sorts[at + 1 : at + 2] not in {"p", "e"}:
        return None
    last = at + 2
    while last < len(words) and words.sorts[last] in "xOGBRPVUAC":
        last += 1
    return words.code(at + 2, last)


def _own_name(words: Wording, head: int, end: int) -> Span | None:
    """«هندلزبلات» of «روزنامه آلمانی هندلزبلات»."""
    found = _NATIONAL.match(words.sorts, head + 1, end)
    return words.span(found.end(), end) if found else None


def _holder(words: Wording, head: int, end: int) -> Name | None:
    """The name that follows an office: at once, or after a comma."""
    sorts = words.sorts
    apart = sorts[end : end + 1] in {",", "-"}
    at = end + apart
    if at >= len(sorts) or (sorts[head] == "P" and not apart):
        return None
    if not apart and words.keys[end - 1] in trait("of-another"):
        return None  # «نامزد جانشینی موگرینی»
    if apart and words.keys[head] in trait("tells-only"):
        return None  # «به گزارش خبرنگار مهر، سهراب …»
    found = name_at(words, at, strong=not apart)
    if found and not found.is_full and not apart and sorts[found.close : found.close + 1] in {"O", "G", "o"}:
        return None  # «عضو فراکسیون امید مجلس»
    if found is None or found.is_full or (apart and sorts[at] in 'T"'):
        return found
    return None if apart or (sorts[head] == "S" and end == head + 1) else found


def _after_name(words: Wording, first: int, named: Name) -> Mention:
    """The mention that begins with a name; an office in apposition belongs to it."""
    sorts = words.sorts
    at = _aside(sorts, named.close)
    head = at + (sorts.startswith("Q", at) or is_of_many(words, at))
    end, office, code = named.close, None, None
    if sorts[head : head + 1] in {"R", "S", "E", "U", "P"}:
        last = office_end(words, head, after_name=True)
        if at == named.close or named.is_full or not _full_name_follows(words, last):
            last += _is_whose(sorts, last) and words.code(head, last) is None
            office, code = words.span(head, last), state_of(words, head, last)
            end = last + (sorts.startswith(")", last) and sorts[at - 1] == "(")
    name = words.span(named.first, named.last)
    code = code or words.code(named.first, named.last)
    return Mention(
        words.span(first, end), "person", sorts[named.first], words.keys[named.first], first, end, name, office, code
    )


def _is_whose(sorts: str, at: int) -> bool:
    """Whether the office of one who is named already ends in a known figure («مهرورز، وزیر خارجه ترامپ»)."""
    return sorts.startswith("K", at) and sorts[at + 1 : at + 2] not in {"F", "K", "N", "r"}


def _aside(sorts: str, at: int) -> int:
    """The place after a bracket and a comma."""
    if sorts.startswith("(", at):
        shut = sorts.find(")", at)
        if 0 < shut - at <= 5:
            at = shut + 1
    return at + (sorts[at : at + 1] in {",", "-", "("})


def _full_name_follows(words: Wording, at: int) -> bool:
    """Whether what seemed to be in apposition is the next person's office."""
    at += words.sorts.startswith(",", at)
    found = name_at(words, at, strong=True) if at < len(words) else None
    return found is not None and found.is_full
