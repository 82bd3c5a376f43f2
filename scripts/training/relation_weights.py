"""The weights of clues: logistic regression, by outlets held out in turn for measuring and for what comes after."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from graph.plover import quad
from ingest.relating.weighing import BIAS
from training.relation_lessons import NOBODY, Lesson
from training.relation_matter import SHARED, Matter

SURE, HALF = 0.3, 0.7  # an act outside the evidence counts as one from this chance on, and this much
SMALL = 0.07  # weights nearer to nothing are not kept
STRENGTH = 0.05
STEPS = 60

type Chances = NDArray[np.float64]


def held_out(matter: Matter, folds: NDArray[np.intp], told: Sequence[float | None]) -> Chances:
    """The chance of each candidate by weights that never saw its outlet, in two rounds."""
    yes, weight = labels(told)
    first = _held_out(matter, folds, yes, weight)
    return _held_out(matter, folds, yes, second_look(weight, yes, first))


def _held_out(matter: Matter, folds: NDArray[np.intp], yes: NDArray[np.bool_], weight: Chances) -> Chances:
    chances = np.zeros(len(yes))
    for fold in sorted(set(folds.tolist()) - {NOBODY}):
        model = fitted(matter, yes, weight * (folds != fold))
        chances[folds == fold] = model.predict_proba(matter.table[folds == fold])[:, 1]
    return chances


def labels(told: Sequence[float | None]) -> tuple[NDArray[np.bool_], Chances]:
    yes = np.array([one is None or one > 0 for one in told])
    return yes, np.array([0.0 if one is None else 1.0 for one in told])


def second_look(weight: Chances, yes: NDArray[np.bool_], chances: Chances) -> Chances:
    """What nobody knows counts half where the first round is sure of it."""
    return np.where((weight == 0) & yes & (chances > SURE), HALF, weight)


def fitted(matter: Matter, yes: NDArray[np.bool_], weight: Chances) -> Any:
    model = LogisticRegression(C=STRENGTH, solver="lbfgs", max_iter=STEPS, tol=1e-3)
    asked, weight = weight > 0, weight * matter.worth
    return model.fit(matter.table[asked], yes[asked], sample_weight=weight[asked].astype(np.float32))


@dataclass
class Round:
    """What the sentences say of each candidate when its outlet is held out."""

    fine: Chances
    broad: Chances


def first_stage(matter: Matter, taught: Sequence[Lesson]) -> Round:
    folds = np.array([taught[one.lesson].fold for one in matter.candidates])
    return Round(
        held_out(matter, folds, [one.told for one in matter.candidates]),
        held_out(matter, folds, [one.told_class for one in matter.candidates]),
    )


def final(matter: Matter, told: Sequence[float | None], seen: Chances) -> Any:
    yes, weight = labels(told)
    return fitted(matter, yes, second_look(weight, yes, seen))


def merged(models: Sequence[Any], matter: Matter, kind: str) -> dict[str, list[float]]:
    """One weight for each clue of a type: for the type, for its quad class and for all, added up; BIAS the rest."""
    totals = defaultdict[str, list[float]](lambda: [0.0] * len(models))
    heads = (f"{kind}|", f"{quad(kind)}|")
    for column, index in matter.columns.items():
        clue = next((column.removeprefix(head) for head in heads if column.startswith(head)), None)
        if clue is None and column.startswith(SHARED):
            clue = column
        if clue is not None:
            for at, model in enumerate(models):
                totals[clue][at] += float(model.coef_[0][index])
    own = {clue for candidate in matter.candidates if candidate.scored.type == kind for clue in candidate.clues}
    kept = {
        clue: [round(weight, 3) for weight in weights]
        for clue, weights in sorted(totals.items())
        if clue in own and max(map(abs, weights)) >= SMALL
    }
    biases = [total + float(model.intercept_[0]) for total, model in zip(totals[BIAS], models, strict=True)]
    return {**kept, BIAS: [round(bias, 3) for bias in biases]}
