"""Which mention is the subject of a cue: a learned choice among those of its sentence and a dropped subject."""

from collections.abc import Iterator, Sequence

from ingest import linear
from ingest.scenes import Scene, lies_in, place_of
from ingest.spotting import Mention

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
        list(_dropped(f"{told}dropped/", scene, last))
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
        *_in_frame(told, scene, mention, rank, rule),
        *(_after(told, last, mention, rule) if last else ()),
    ]


def _itself(told: str, scene: Scene, mention: Mention) -> Iterator[str]:
    yield f"{told}kind={mention.kind}"
    yield f"{told}sort={mention.sort}"
    yield f"{told}kind-cue={scene.attribution.cue_kind}/{mention.kind}"
    if lies_in(mention.span, scene.attribution.content):
        yield f"{told}own={scene.attribution.frame}/{scene.candidates[0] is mention}"
        yield f"{told}own-following={_sort(scene, mention.last)}"
    yield f"{told}joint={bool(mention.parts)}/{scene.plural}"
    yield f"{told}plural={mention.plural}/{scene.plural}"
    yield f"{told}kind-plural={mention.kind}/{scene.plural}"
    if mention.name and not mention.office:
        words = scene.words
        first = words.index(mention.name[0])
        sorts = words.sorts[first : words.index(mention.name[1])][:3]
        yield f"{told}name={sorts}"
        yield f"{told}name-previous={sorts}/{_sort(scene, mention.first - 1)}"
        if sorts == "N":
            yield f"{told}ending={words.keys[first][-2:]}"


def _sort(scene: Scene, at: int) -> str:
    sorts = scene.words.sorts
    return "^" if at < 0 else sorts[at] if at < len(sorts) else "$"


def _in_frame(told: str, scene: Scene, mention: Mention, rank: int, rule: str) -> Iterator[str]:
    """How a candidate stands in the construction and to the content."""
    frame = scene.attribution.frame
    gap = scene.attribution.content[0][0] - mention.span[1]
    yield f"{told}frame={frame}/{rule}"
    yield f"{told}frame-rank={frame}/{min(rank, 3)}"
    yield f"{told}before-content={-2 < gap < 4}/{frame}"


def _after(told: str, last: Mention, mention: Mention, rule: str) -> Iterator[str]:
    """How a candidate stands to who spoke before it in the sentence."""
    yield f"{told}last={_overlap(last, mention)}/{mention.first > last.last}"
    yield f"{told}last-rule={_overlap(last, mention)}/{rule}"


def _overlap(one: Mention, other: Mention) -> bool:
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def _beside(told: str, scene: Scene, mention: Mention, rank: int, rule: str) -> Iterator[str]:
    words = scene.words
    previous, following = _sort(scene, mention.first - 1), _sort(scene, mention.last)
    yield f"{told}previous={previous}"
    yield f"{told}previous-two={_sort(scene, mention.first - 2)}{previous}"
    yield f"{told}following={following}"
    yield f"{told}previous-following={previous}/{following}"
    yield f"{told}kind-previous={mention.kind}/{previous}"
    yield f"{told}rank={min(rank, 4)}"
    yield f"{told}rank-previous={min(rank, 3)}/{previous}"
    yield f"{told}back={min(len(scene.candidates) - rank, 4)}"
    yield f"{told}governed={rule}"
    yield f"{told}reach={reach(words.sorts, mention.first)}"
    yield f"{told}governed-rank={rule}/{min(rank, 3)}"
    if previous in "pex&":
        yield f"{told}before={words.keys[mention.first - 1]}"
    if mention.last < len(words):
        yield f"{told}after={words.keys[mention.last]}"


def _between(told: str, scene: Scene, mention: Mention) -> Iterator[str]:
    """What stands between the mention and the cue."""
    between = scene.words.sorts[mention.last :]
    verbs = min(between.count("v") + between.count("l"), 3)
    cues = min(sum(mention.span[0] <= (other.cue or (0,))[0] for other in scene.before), 2)
    quoted = scene.words.sorts[: mention.first].count('"') % 2
    yield f"{told}verbs={verbs}"
    yield f"{told}clauses={min(between.count('c'), 3)}"
    yield f"{told}colons={min(between.count(':'), 2)}"
    yield f"{told}stops={min(between.count('.'), 2)}"
    yield f"{told}commas={min(between.count(','), 3)}"
    yield f"{told}distance={min(len(between) // 4, 8)}"
    yield f"{told}cues={cues}"
    yield f"{told}cues-verbs={cues}/{min(verbs, 2)}"
    yield f"{told}object={'r' in between[:2]}"
    yield f"{told}quoted={quoted}"
    yield f"{told}subject-verb={between[-1:]}/{'v' in between}/{'c' in between}"
    yield f"{told}little={between.translate(_FULL)[:5]}"
    yield f"{told}inside={lies_in(mention.span, scene.others)}/{scene.held}"


def governed(sorts: str, at: int) -> str:
    """The sort of the little word that rules a phrase, «^» where it begins its stretch."""
    left = sorts[:at].rstrip("xADOUQ0")
    return "^" if not left else left[-1] if at - len(left) < 4 else "far"


def reach(sorts: str, at: int) -> str:
    """The sort of the last little word before a phrase, «^» where there is none."""
    return sorts[:at].rstrip("xADOUQ0NnGMBVRSCo")[-1:] or "^"


def _dropped(told: str, scene: Scene, last: Mention | None) -> Iterator[str]:
    sorts, before = scene.words.sorts, scene.before
    yield f"{told}frame={scene.attribution.frame}"
    yield f"{told}last-chosen={last is not None}/{bool(before)}/{sorts[-1:]}"
    yield f"{told}here"
    yield f"{told}cues={min(len(before), 2)}"
    yield f"{told}candidates={min(len(scene.candidates), 4)}"
    yield f"{told}held={scene.held}"
    yield f"{told}first={sorts[:1]}"
    yield f"{told}last={sorts[-1:]}"
    yield f"{told}length={min(len(sorts) // 4, 6)}"
    yield f"{told}plural={scene.plural}"
    if before:
        yield f"{told}gap={min((scene.place - max((other.cue or (0, 0))[1] for other in before)) // 20, 8)}"
