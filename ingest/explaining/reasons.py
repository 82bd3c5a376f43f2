"""The strongest of what spoke for and against, by a judge's own weights."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from graph.account import Judge, Judgement, Reason
from ingest.linear import Model

_MOST = 3  # on each side
_BESIDE = re.compile(r"(?:P|fr|lv|pt)=|\d\Z")  # the act's rule, pattern and verb, what is before it, a rank
_NAME = re.compile("[-/]")


def strongest(judge: Judge, weights: Mapping[str, float], features: Iterable[str]) -> tuple[Reason, ...]:
    """The features that weighed most, those for it first; of several that say nearly the same, the strongest."""
    told = Counter(feature for feature in features if weights.get(feature))
    weighed = {feature: weights[feature] * times for feature, times in told.items()}
    summed = _summed(weighed) if judge == "relation" else weighed
    ranked = sorted(summed.items(), key=lambda one: (-abs(one[1]), one[0]))
    reasons = [Reason(judge, feature, round(weight, 3)) for feature, weight in ranked]
    return (
        *islice(_unlike(one for one in reasons if one.weight > 0), _MOST),
        *islice(_unlike(one for one in reasons if one.weight < 0), _MOST),
    )


def _summed(weighed: Mapping[str, float]) -> dict[str, float]:
    """Clues of relations that say one thing, alone and beside the act's rule, pattern or verb, as one."""
    groups: dict[frozenset[str], list[str]] = {}
    for clue in weighed:
        own = frozenset(piece for piece in map(_bare, clue.split("|")) if not _BESIDE.match(piece))
        groups.setdefault(own or frozenset([clue]), []).append(clue)
    return {
        min(clues, key=lambda clue: (len(clue), clue)): sum(map(weighed.__getitem__, clues))
        for clues in groups.values()
    }


def _bare(piece: str) -> str:
    return piece[2:] if piece[:2] in ("o:", "b:", "c:") else piece


def _unlike(reasons: Iterable[Reason]) -> Iterator[Reason]:
    """The first ones that have no word of their names in common («cue-mood» says again what «mood» says)."""
    taken: set[str] = set()
    for reason in reasons:
        words = _words(reason)
        if taken.isdisjoint(words):
            taken |= words
            yield reason


def _words(reason: Reason) -> set[str]:
    """The words of a feature's name, without those that tell what is judged."""
    name = reason.feature.partition("=")[0]
    if reason.judge in ("subject", "referent"):
        name = name.partition("/")[2].removeprefix("dropped/").removeprefix("itself/")
    if reason.judge == "relation":
        return {re.split("[=:]", _bare(piece))[0] for piece in reason.feature.split("|")}
    return set(_NAME.split(name))


def judged(judge: Judge, model: Model, features: Iterable[str], accepted: bool) -> Judgement:
    """A decision of a judge with its reasons."""
    told = list(features)
    return Judgement(accepted, model.probability(told), strongest(judge, model.weights, told))
