"""Which mention is the subject of a cue: a learned choice among those of its sentence and a dropped subject."""

from collections.abc import Sequence

from ingest import linear
from ingest.speaking.scenes import Scene, lies_in, place_of
from ingest.speaking.spotting import Mention

MODEL = "speakers-subject"
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
    weights = linear.model(MODEL).weights
    told = features(scene, last)
    scores = [sum([weights[one] for one in each if one in weights]) for each in told]
    return scene.candidates[scores.index(max(scores))]


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
        *_itself(told, scene, mention),
        *_beside(told, scene, mention, rank, rule),
        *_between(told, scene, mention),
        f"{told}frame={scene.attribution.frame}/{rule}",
        *_in_clause(told, scene, mention, rule),
        *(_after(told, last, mention, rule) if last else ()),
    ]


def _itself(told: str, scene: Scene, mention: Mention) -> list[str]:
    found = [
        f"{told}kind={mention.kind}",
        f"{told}sort={mention.sort}",
        f"{told}kind-cue={scene.attribution.cue_kind}/{mention.kind}",
    ]
    if lies_in(mention.span, scene.attribution.content):
        found += [
            f"{told}own={scene.attribution.frame}/{scene.candidates[0] is mention}",
            f"{told}own-following={_sort(scene, mention.last)}",
        ]
    found += [
        f"{told}joint={bool(mention.parts)}/{scene.plural}",
        f"{told}plural={mention.plural}/{scene.plural}",
        f"{told}kind-plural={mention.kind}/{scene.plural}",
    ]
    if mention.name and not mention.office:
        words = scene.words
        first = words.index(mention.name[0])
        sorts = words.sorts[first : words.index(mention.name[1])][:3]
        found += [
            f"{told}name={sorts}",
            f"{told}name-previous={sorts}/{_sort(scene, mention.first - 1)}",
        ]
    return found


def _sort(scene: Scene, at: int) -> str:
    sorts = scene.words.sorts
    return "^" if at < 0 else sorts[at] if at < len(sorts) else "$"


def _in_clause(told: str, scene: Scene, mention: Mention, rule: str) -> list[str]:
    """How a candidate stands to the clause that is open where the cue comes («مردی که گفته بود»)."""
    sorts, keys = scene.words.sorts, scene.words.keys
    opened = _open_clause(sorts)
    between = sorts[mention.last :]
    balance = between.count("c") - between.count("v") - between.count("l")
    balance = max(min(balance, 2), -2)
    found = [f"{told}balance-kind={balance}/{mention.kind}"]
    if opened is None:
        return [*found, f"{told}clause=none/{rule}"]
    within = sum(one is not None and one.first > opened for one in scene.candidates)
    where = (
        "within" if mention.first > opened else "at" if not between[: opened - mention.last].strip(',"') else "before"
    )
    return [
        *found,
        f"{told}clause={where}/{min(within, 2)}",
        f"{told}clause-rule={where}/{min(within, 1)}/{rule}",
        f"{told}clause-word={where}/{keys[opened]}",
    ]


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
    words = scene.words
    previous, following = _sort(scene, mention.first - 1), _sort(scene, mention.last)
    found = [
        f"{told}previous={previous}",
        f"{told}previous-two={_sort(scene, mention.first - 2)}{previous}",
        f"{told}following={following}",
        f"{told}previous-following={previous}/{following}",
        f"{told}kind-previous={mention.kind}/{previous}",
        f"{told}kind-following={mention.kind}/{following}",
        f"{told}rank={min(rank, 4)}",
        f"{told}rank-previous={min(rank, 3)}/{previous}",
        f"{told}back={min(len(scene.candidates) - rank, 4)}",
        f"{told}reach={reach(words.sorts, mention.first)}",
        f"{told}governed-rank={rule}/{min(rank, 3)}",
    ]
    if previous in "pex&":
        found += [
            f"{told}before={words.keys[mention.first - 1]}",
        ]
    if mention.last < len(words):
        found += [
            f"{told}after={words.keys[mention.last]}",
        ]
    at = _ruler(words.sorts, mention.first)
    if at is not None:
        found += [
            f"{told}ruler={words.keys[at]}",
            f"{told}ruler-kind={words.keys[at]}/{mention.kind}",
        ]
    found += [
        f"{told}head={mention.head}",
        f"{told}sort-rule={mention.sort}/{rule}",
    ]
    return found


def _ruler(sorts: str, at: int) -> int | None:
    """The last word before a phrase that is none of naming."""
    left = len(sorts[:at].rstrip("xADOUQ0NnGMBVRSCo"))
    return left - 1 if left else None


def _between(told: str, scene: Scene, mention: Mention) -> list[str]:
    """What stands between the mention and the cue."""
    between = scene.words.sorts[mention.last :]
    verbs = min(between.count("v") + between.count("l"), 3)
    cues = min(sum(mention.span[0] <= (other.cue or (0,))[0] for other in scene.before), 2)
    quoted = scene.words.sorts[: mention.first].count('"') % 2
    return [
        f"{told}verbs={verbs}",
        f"{told}clauses={min(between.count('c'), 3)}",
        f"{told}colons={min(between.count(':'), 2)}",
        f"{told}stops={min(between.count('.'), 2)}",
        f"{told}distance={min(len(between) // 4, 8)}",
        f"{told}cues={cues}",
        f"{told}cues-verbs={cues}/{min(verbs, 2)}",
        f"{told}object={'r' in between[:2]}",
        f"{told}quoted={quoted}",
        f"{told}subject-verb={between[-1:]}/{'v' in between}/{'c' in between}",
        f"{told}little={between.translate(_FULL)[:5]}",
        f"{told}inside={lies_in(mention.span, scene.others)}/{scene.held}",
    ]


def governed(sorts: str, at: int) -> str:
    """The sort of the little word that rules a phrase, «^» where it begins its stretch."""
    left = sorts[:at].rstrip("xADOUQ0")
    return "^" if not left else left[-1] if at - len(left) < 4 else "far"


def reach(sorts: str, at: int) -> str:
    """The sort of the last little word before a phrase, «^» where there is none."""
    return sorts[:at].rstrip("xADOUQ0NnGMBVRSCo")[-1:] or "^"


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
