"""The articles' verdicts on outlets held out in turn, and how good they are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from graph.plover import quad
from ingest.relating.network.reader import of_type
from ingest.relating.network.views import Floats
from ingest.relating.verdicts import Key, Scored, odds, verdicts
from ingest.relating.weighing import ASKED, LEAST, agreed, chance_of
from training.relation_lessons import NOBODY, Lesson
from training.relation_matter import Candidate, Matter
from training.relation_weights import Round

type Odds = Mapping[tuple[int, int, tuple[str, str]], Floats]
"""The network's odds of each type by lesson, sentence and pair."""

type Place = tuple[int, int, tuple[str, str], int]
"""Lesson, sentence, pair, and where the act begins."""

CHEAP = 0.006  # of F1 by quad class on held-out outlets


def judged(matter: Matter, seen: Round, network: Odds) -> dict[tuple[int, Key], float]:
    """The chance of each relation of each article, by the clues' chances and the network's odds."""
    scored = defaultdict[int, list[Scored]](list)
    best = _best(matter, seen)
    for candidate, fine, broad in zip(matter.candidates, seen.fine.tolist(), seen.broad.tolist(), strict=True):
        if odds(max(fine, broad)) >= LEAST:
            place = _place(candidate)
            answer = network.get(place[:3]) if best[place] >= ASKED else None
            second = None if answer is None else of_type(answer, candidate.scored.type)
            chance, of_class = map(chance_of, agreed((odds(fine), odds(broad)), second))
            scored[candidate.lesson].append(candidate.scored._replace(chance=chance, broad=of_class))
    return {
        (index, key): verdict.chance
        for index, told in sorted(scored.items())
        for key, verdict in verdicts(told).items()
    }


def _best(matter: Matter, seen: Round) -> dict[Place, float]:
    """The best odds by clues of each act and pair."""
    best = defaultdict[Place, float](lambda: LEAST)
    for candidate, fine in zip(matter.candidates, seen.fine.tolist(), strict=True):
        place = _place(candidate)
        best[place] = max(best[place], odds(fine))
    return best


def _place(candidate: Candidate) -> Place:
    scored = candidate.scored
    return candidate.lesson, scored.sentence, (scored.a, scored.b), scored.act.start


def report(chances: Mapping[tuple[int, Key], float], taught: Sequence[Lesson]) -> float:
    """Prints precision, recall and F1 by quad class and by type; the highest threshold that costs hardly any F1.

    A wrong relation misleads where a missed one does not, so precision is bought as long as it is cheap.
    """
    gold = {(index, *key) for index, lesson in enumerate(taught) if lesson.asked for key in lesson.gold}
    asked = [(one, chance) for one, chance in chances.items() if taught[one[0]].asked]
    reached: dict[float, float] = {}
    for threshold in np.arange(0.1, 0.7, 0.02):
        found = {(i, *key) for (i, key), chance in asked if chance >= threshold}
        by_class, by_type = prf(_classes(gold), _classes(found)), prf(gold, found)
        print(f"{threshold:.2f}  quad {by_class[0]:.3f} {by_class[1]:.3f} {by_class[2]:.3f}", end="   ")
        print(f"type {by_type[0]:.3f} {by_type[1]:.3f} {by_type[2]:.3f}")
        reached[float(threshold)] = by_class[2]
    return max(threshold for threshold, f1 in reached.items() if f1 >= max(reached.values()) - CHEAP)


def report_textbook(chances: Mapping[tuple[int, Key], float], taught: Sequence[Lesson], threshold: float) -> None:
    """Prints precision, recall and F1 on the textbook's sentences, each held out once."""
    held = {index for index, lesson in enumerate(taught) if lesson.alone and lesson.fold != NOBODY}
    gold = {(index, *key) for index in held for key in taught[index].gold}
    found = {(i, *key) for (i, key), chance in chances.items() if i in held and chance >= threshold}
    for name, figures in (("quad", prf(_classes(gold), _classes(found))), ("type", prf(gold, found))):
        print(f"textbook {name} {figures[0]:.3f} {figures[1]:.3f} {figures[2]:.3f}")


def _classes(found: Iterable[tuple[int, str, str, str]]) -> set[tuple[int, int, str, str]]:
    return {(index, quad(kind), a, b) for index, kind, a, b in found}


def prf[Key_](gold: set[Key_], found: set[Key_]) -> tuple[float, float, float]:
    hit = len(gold & found)
    precision, recall = hit / (len(found) or 1), hit / (len(gold) or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)
