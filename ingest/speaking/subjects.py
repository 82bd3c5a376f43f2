"""Which mention is the subject of a cue: a learned choice among those of its sentence and a dropped subject."""

from collections.abc import Sequence
from functools import lru_cache

from graph.letters import skeleton_text
from ingest import linear
from ingest.speaking.joining import Mention
from ingest.speaking.scenes import Scene, lies_in, place_of

MODEL = "speakers-subject"
_QUOTING = skeleton_text("به نقل از")
_MEDIA = frozenset("mM")
_BRIEF = 8  # words between a medium and whom it quotes
_NEAR = 5  # code points between a cue and «که»
_FULL = str.maketrans("", "", "xADOUQ0NFKbCoGMRSVBPTW")  # sorts of full words


type Chosen = tuple[Scene, Mention | None]
"""A scene with the mention that speaks in it; None: the subject is dropped, or nobody is named."""


def chosen(scenes: Sequence[Scene]) -> list[Chosen]:
    """The scenes of an article, each with its subject."""
    found: list[Chosen] = []
    for scene in scenes:
        found.append((scene, choose(scene, last_subject(scene, found))))
    return found


def last_subject(scene: Scene, earlier: Sequence[Chosen]) -> Mention | None:
    """The subject of the last cue that stands in the same stretch before this one."""
    if not scene.before:
        return None
    last = max(scene.before, key=place_of)
    return next((mention for seen, mention in reversed(earlier) if seen.attribution is last), None)


def choose(scene: Scene, last: Mention | None) -> Mention | None:
    """The mention that speaks, `last` having spoken before it."""
    if len(scene.candidates) == 1:
        return scene.candidates[0]
    weighed = linear.model(MODEL).weighed
    scores = [weighed(each) for each in features(scene, last)]
    free = [at for at, one in enumerate(scene.candidates) if not _is_object(scene, one)] or range(len(scores))
    return scene.candidates[max(free, key=scores.__getitem__)]


def _is_object(scene: Scene, mention: Mention | None) -> bool:
    """Whether «را» tells that a mention is acted on («دولت سودان را متهم کرد»)."""
    return mention is not None and scene.attribution.frame == "verb" and _sort(scene, mention.last) == "r"


def features(scene: Scene, last: Mention | None) -> list[list[str]]:
    """What speaks for and against each candidate, by name."""
    told = "hint/" if scene.attribution.subject_hint else "cue/"
    return [
        _dropped(f"{told}dropped/", scene, last)
        if candidate is None
        else _of_mention(told, scene, candidate, rank, last)
        for rank, candidate in enumerate(scene.candidates)
    ]


def _of_mention(told: str, scene: Scene, mention: Mention, rank: int, last: Mention | None) -> list[str]:
    rule = governed(scene.words.sorts, mention.first)
    return [
        *_nature(told, mention.kind, mention.sort, scene.attribution.cue_kind),
        *_own(told, scene, mention),
        *_number(told, mention.kind, mention.plural, scene.plural),
        *_name(told, scene, mention),
        *_beside(told, scene, mention, rank, rule),
        *_between(told, scene, mention),
        *_in_clause(told, scene, mention, rule),
        *(_after(told, last, mention, rule) if last else ()),
    ]


@lru_cache(1 << 12)
def _nature(told: str, kind: str, sort: str, cue_kind: str) -> Sequence[str]:
    return (
        f"{told}kind={kind}",
        f"{told}sort={sort}",
        f"{told}kind-cue={cue_kind}/{kind}",
        f"{told}sort-cue={cue_kind}/{sort}",
    )


@lru_cache(1 << 12)
def _number(told: str, kind: str, plural: bool, plural_cue: bool) -> Sequence[str]:
    return (
        f"{told}plural={plural}/{plural_cue}",
        f"{told}kind-plural={kind}/{plural_cue}",
    )


def _own(told: str, scene: Scene, mention: Mention) -> Sequence[str]:
    """Whether a candidate stands within the words themselves."""
    if not lies_in(mention.span, scene.attribution.content):
        return ()
    return (
        f"{told}own={scene.attribution.frame}/{scene.candidates[0] is mention}",
        f"{told}own-following={_sort(scene, mention.last)}",
    )


def _name(told: str, scene: Scene, mention: Mention) -> Sequence[str]:
    """What a name alone is made of."""
    if not mention.name or mention.office:
        return ()
    words = scene.words
    sorts = words.sorts[words.index(mention.name[0]) : words.index(mention.name[1])][:3]
    return f"{told}name={sorts}", f"{told}name-previous={sorts}/{_sort(scene, mention.first - 1)}"


def _sort(scene: Scene, at: int) -> str:
    sorts = scene.words.sorts
    return "^" if at < 0 else sorts[at] if at < len(sorts) else "$"


def _in_clause(told: str, scene: Scene, mention: Mention, rule: str) -> list[str]:
    """How a candidate stands to the clause that is open where the cue comes («مردی که گفته بود»)."""
    sorts = scene.words.sorts
    opened = _open_clause(sorts)
    between = sorts[mention.last :]
    balance = between.count("c") - between.count("v") - between.count("l")
    balance = max(min(balance, 2), -2)
    found = [f"{told}balance-kind={balance}/{mention.kind}"]
    if opened is None:
        return [*found, f"{told}clause=none/{rule}"]
    within = sum(one is not None and one.first > opened for one in scene.candidates)
    told_by = _before_clause(scene, opened)
    last = max((at for at, one in enumerate(scene.candidates) if one and one.last <= opened), default=-1)
    found.append(f"{told}antecedent={last >= 0 and scene.candidates[last] is mention}/{told_by}/{min(within, 1)}")
    found.append(f"{told}relative={mention.last == opened and opened + 1 == len(sorts)}/{told_by}")
    where = (
        "within" if mention.first > opened else "at" if not between[: opened - mention.last].strip(',"') else "before"
    )
    return [
        *found,
        f"{told}clause={where}/{min(within, 2)}",
    ]


def _before_clause(scene: Scene, opened: int) -> str:
    """What stands before the word that opens a clause: a cue (it is what was said), a verb, or a noun it describes."""
    start = scene.words.starts[opened]
    if any(other.cue and start - _NEAR < other.cue[1] <= start for other in scene.before):
        return "cue"
    return "verb" if _sort(scene, opened - 1) in "vl" else "noun"


def _open_clause(sorts: str) -> int | None:
    """The last word that opens a clause, if no verb has closed it."""
    opened = sorts.rfind("c")
    rest = sorts[opened + 1 :]
    return None if opened < 0 or "v" in rest or "l" in rest else opened


def _after(told: str, last: Mention, mention: Mention, rule: str) -> list[str]:
    """How a candidate stands to who spoke before it in the sentence."""
    return [
        f"{told}last={_overlap(last, mention)}/{mention.first > last.last}",
        f"{told}last-rule={_overlap(last, mention)}/{rule}",
    ]


def _overlap(one: Mention, other: Mention) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _beside(told: str, scene: Scene, mention: Mention, rank: int, rule: str) -> list[str]:
    words, frame = scene.words, scene.attribution.frame
    previous, following = _sort(scene, mention.first - 1), _sort(scene, mention.last)
    at = _ruler(words.sorts, mention.first)
    back = min(len(scene.candidates) - rank, 4)
    found = [
        *_neighbours(told, mention.kind, _sort(scene, mention.first - 2), previous, following),
        *_place(told, min(rank, 4), back, previous, rule),
        *_ruled(told, frame, mention.sort, rule, "^" if at is None else words.sorts[at]),
        f"{told}head={mention.head}",
    ]
    if previous in "pex&":
        found.append(f"{told}before={words.keys[mention.first - 1]}")
    if mention.last < len(words):
        found.append(f"{told}after={words.keys[mention.last]}")
    if at is not None and words.keys[at] == _QUOTING:
        found.append(f"{told}carried={_is_carried(scene)}/{back}")
    elif mention.sort in _MEDIA and _QUOTING in words.keys[mention.last :]:
        found.append(f"{told}carries={words.keys.index(_QUOTING, mention.last) - mention.last < _BRIEF}/{previous}")
    if at is not None:
        found += (f"{told}ruler={words.keys[at]}", f"{told}ruler-kind={words.keys[at]}/{mention.kind}")
    return found


@lru_cache(1 << 12)
def _neighbours(told: str, kind: str, second: str, previous: str, following: str) -> Sequence[str]:
    return (
        f"{told}previous={previous}",
        f"{told}previous-two={second}{previous}",
        f"{told}following={following}",
        f"{told}previous-following={previous}/{following}",
        f"{told}kind-previous={kind}/{previous}",
        f"{told}kind-following={kind}/{following}",
    )


@lru_cache(1 << 12)
def _place(told: str, rank: int, back: int, previous: str, rule: str) -> Sequence[str]:
    return (
        f"{told}rank={rank}",
        f"{told}rank-previous={min(rank, 3)}/{previous}",
        f"{told}back={back}",
        f"{told}governed-rank={rule}/{min(rank, 3)}",
    )


@lru_cache(1 << 12)
def _ruled(told: str, frame: str, sort: str, rule: str, reach: str) -> Sequence[str]:
    return f"{told}frame={frame}/{rule}", f"{told}sort-rule={sort}/{rule}", f"{told}reach={reach}"


def _is_carried(scene: Scene) -> bool:
    """Whether a medium that no preposition governs stands first («رویترز به نقل از منابع خود نوشت»)."""
    first = scene.candidates[0]
    return first is not None and first.sort in _MEDIA and governed(scene.words.sorts, first.first) not in "ep"


def _ruler(sorts: str, at: int) -> int | None:
    """The last word before a phrase that is none of naming."""
    left = len(sorts[:at].rstrip("xADOUQ0NnGMBVRSCo"))
    return left - 1 if left else None


def _between(told: str, scene: Scene, mention: Mention) -> list[str]:
    """What stands between the mention and the cue."""
    sorts = scene.words.sorts
    cues = min(sum([mention.span[0] <= other.cue[0] for other in scene.before if other.cue]), 2)
    quoted = sorts.count('"', 0, mention.first) % 2
    return [
        *_passed(told, sorts[mention.last :], cues),
        f"{told}quoted={quoted}",
        f"{told}inside={lies_in(mention.span, scene.others)}/{scene.held}",
    ]


@lru_cache(1 << 12)
def _passed(told: str, between: str, cues: int) -> Sequence[str]:
    verbs = min(between.count("v") + between.count("l"), 3)
    return (
        f"{told}verbs={verbs}",
        f"{told}clauses={min(between.count('c'), 3)}",
        f"{told}colons={min(between.count(':'), 2)}",
        f"{told}stops={min(between.count('.'), 2)}",
        f"{told}distance={min(len(between) // 4, 8)}",
        f"{told}cues={cues}",
        f"{told}cues-verbs={cues}/{min(verbs, 2)}",
        f"{told}object={'r' in between[:2]}",
        f"{told}subject-verb={between[-1:]}/{'v' in between}/{'c' in between}",
        f"{told}little={between.translate(_FULL)[:5]}",
    )


def governed(sorts: str, at: int) -> str:
    """The sort of the little word that rules a phrase, «^» where it begins its stretch."""
    left = sorts[:at].rstrip("xADOUQ0")
    return "^" if not left else left[-1] if at - len(left) < 4 else "far"


def _dropped(told: str, scene: Scene, last: Mention | None) -> list[str]:
    sorts, before = scene.words.sorts, scene.before
    return [
        f"{told}frame={scene.attribution.frame}",
        f"{told}last-chosen={last is not None}/{bool(before)}/{sorts[-1:]}",
        f"{told}here",
        f"{told}cues={min(len(before), 2)}",
        f"{told}held={scene.held}",
        f"{told}first={sorts[:1]}",
        f"{told}last={sorts[-1:]}",
        f"{told}length={min(len(sorts) // 4, 6)}",
        f"{told}plural={scene.plural}",
    ]
