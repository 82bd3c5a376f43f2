"""Which mention is the subject of a cue: a learned choice among those of its sentence and a dropped subject."""

from collections.abc import Iterator

from ingest import linear
from ingest.scenes import Scene, lies_in
from ingest.spotting import Mention

MODEL = "speakers-subject"


def choose(scene: Scene) -> Mention | None:
    """The mention that speaks; None: the subject is dropped, or nobody is named."""
    if len(scene.candidates) == 1:
        return scene.candidates[0]
    weights = linear.model(MODEL).weights
    return max(
        scene.candidates, key=lambda candidate: sum(weights.get(told, 0.0) for told in features(scene, candidate))
    )


def features(scene: Scene, candidate: Mention | None) -> list[str]:
    """What speaks for and against a candidate, by name."""
    told = "hint/" if scene.attribution.subject_hint else "cue/"
    if candidate is None:
        return list(_dropped(f"{told}dropped/", scene))
    return [*_itself(told, scene, candidate), *_beside(told, scene, candidate), *_between(told, scene, candidate)]


def _itself(told: str, scene: Scene, mention: Mention) -> Iterator[str]:
    yield f"{told}kind={mention.kind}"
    yield f"{told}sort={mention.sort}"
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


def _beside(told: str, scene: Scene, mention: Mention) -> Iterator[str]:
    words = scene.words
    previous, following = _sort(scene, mention.first - 1), _sort(scene, mention.last)
    rule = governed(scene.words.sorts, mention.first)
    rank = min(scene.candidates.index(mention), 4)
    yield f"{told}previous={previous}"
    yield f"{told}previous-two={_sort(scene, mention.first - 2)}{previous}"
    yield f"{told}following={following}"
    yield f"{told}previous-following={previous}/{following}"
    yield f"{told}kind-previous={mention.kind}/{previous}"
    yield f"{told}rank={rank}"
    yield f"{told}rank-previous={min(rank, 3)}/{previous}"
    yield f"{told}back={min(len(scene.candidates) - rank, 4)}"
    yield f"{told}governed={rule}"
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
    yield f"{told}inside={lies_in(mention.span, scene.others)}/{scene.held}"


def governed(sorts: str, at: int) -> str:
    """The sort of the little word that rules a phrase, «^» where it begins its stretch."""
    i = at - 1
    while i >= 0 and sorts[i] in "xADOUQ0":
        i -= 1
    return "^" if i < 0 else sorts[i] if at - 1 - i < 4 else "far"


def _dropped(told: str, scene: Scene) -> Iterator[str]:
    sorts, before = scene.words.sorts, scene.before
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
