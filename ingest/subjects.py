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


def features(scene: Scene, candidate: Mention | None) -> Iterator[str]:
    """What speaks for and against a candidate, by name."""
    frame = "hint" if scene.attribution.subject_hint else "cue"
    if candidate is None:
        return (f"{frame}/dropped/{told}" for told in _dropped(scene))
    return (f"{frame}/{told}" for told in _subject(scene, candidate))


def _subject(scene: Scene, mention: Mention) -> Iterator[str]:
    yield from _itself(scene, mention)
    yield from _beside(scene, mention)
    yield from _between(scene, mention)


def _itself(scene: Scene, mention: Mention) -> Iterator[str]:
    yield f"kind={mention.kind}"
    yield f"sort={mention.sort}"
    if lies_in(mention.span, scene.attribution.content):
        yield f"own={scene.attribution.frame}/{scene.candidates[0] is mention}"
        yield f"own-following={_sort(scene, mention.last)}"
    yield f"joint={bool(mention.parts)}/{scene.plural}"
    yield f"plural={mention.plural}/{scene.plural}"
    yield f"kind-plural={mention.kind}/{scene.plural}"
    if mention.name and not mention.office:
        words = scene.words
        first = words.index(mention.name[0])
        sorts = words.sorts[first : words.index(mention.name[1])][:3]
        yield f"name={sorts}"
        yield f"name-previous={sorts}/{_sort(scene, mention.first - 1)}"
        if sorts == "N":
            yield f"ending={words.keys[first][-2:]}"


def _sort(scene: Scene, at: int) -> str:
    sorts = scene.words.sorts
    return "^" if at < 0 else sorts[at] if at < len(sorts) else "$"


def _beside(scene: Scene, mention: Mention) -> Iterator[str]:
    words = scene.words
    previous, following = _sort(scene, mention.first - 1), _sort(scene, mention.last)
    rule = governed(scene.words.sorts, mention.first)
    rank = min(scene.candidates.index(mention), 4)
    yield f"previous={previous}"
    yield f"previous-two={_sort(scene, mention.first - 2)}{previous}"
    yield f"following={following}"
    yield f"previous-following={previous}/{following}"
    yield f"kind-previous={mention.kind}/{previous}"
    yield f"rank={rank}"
    yield f"rank-previous={min(rank, 3)}/{previous}"
    yield f"back={min(len(scene.candidates) - rank, 4)}"
    yield f"governed={rule}"
    yield f"governed-rank={rule}/{min(rank, 3)}"
    if previous in "pex&":
        yield f"before={words.keys[mention.first - 1]}"
    if mention.last < len(words):
        yield f"after={words.keys[mention.last]}"


def _between(scene: Scene, mention: Mention) -> Iterator[str]:
    """What stands between the mention and the cue."""
    between = scene.words.sorts[mention.last :]
    verbs = min(between.count("v") + between.count("l"), 3)
    cues = min(sum(mention.span[0] <= (other.cue or (0,))[0] for other in scene.before), 2)
    quoted = scene.words.sorts[: mention.first].count('"') % 2
    yield f"verbs={verbs}"
    yield f"clauses={min(between.count('c'), 3)}"
    yield f"commas={min(between.count(','), 3)}"
    yield f"distance={min(len(between) // 4, 8)}"
    yield f"cues={cues}"
    yield f"cues-verbs={cues}/{min(verbs, 2)}"
    yield f"object={'r' in between[:2]}"
    yield f"quoted={quoted}"
    yield f"inside={lies_in(mention.span, scene.others)}/{scene.held}"


def governed(sorts: str, at: int) -> str:
    """The sort of the little word that rules a phrase, «^» where it begins its stretch."""
    i = at - 1
    while i >= 0 and sorts[i] in "xADOUQ0":
        i -= 1
    return "^" if i < 0 else sorts[i] if at - 1 - i < 4 else "far"


def _dropped(scene: Scene) -> Iterator[str]:
    sorts, before = scene.words.sorts, scene.before
    yield "here"
    yield f"cues={min(len(before), 2)}"
    yield f"candidates={min(len(scene.candidates), 4)}"
    yield f"held={scene.held}"
    yield f"first={sorts[:1]}"
    yield f"last={sorts[-1:]}"
    yield f"length={min(len(sorts) // 4, 6)}"
    yield f"plural={scene.plural}"
    if before:
        yield f"gap={min((scene.place - max((other.cue or (0, 0))[1] for other in before)) // 20, 8)}"
