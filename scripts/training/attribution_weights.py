"""How examples of a decision become a judge: a logistic model, with or without boosted trees upon it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from ingest.linear import Model, Tree
from training.attribution_lessons import Examples

TREES: Mapping[str, Any] = {
    "max_iter": 60,
    "learning_rate": 0.12,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 4,
    "l2_regularization": 5,
}
SHARE = 0.6  # of the trees in the odds, where a linear model has the rest
EASE = {
    **dict.fromkeys(("before=", "before-frame=", "before2=", "begins=", "clause-first=", "hint=", "who-"), 0.5),
    **dict.fromkeys(("cue=", "cue-frame=", "cue-mood=", "inside-cue=", "holds-mood="), 1.5),
}


def fitted(examples: Examples, strength: float, least: int = 2) -> Model:
    """A logistic model of the examples; features seen in fewer than `least` of them are left out."""
    features = [{f: emphasis(f) for f in told} for told in _common(examples, least)]
    table: Any = DictVectorizer()  # type: ignore[no-untyped-call]
    matrix = table.fit_transform(features)
    model: Any = LogisticRegression(C=strength, max_iter=3000)  # type: ignore[no-untyped-call]
    model.fit(matrix, [good for _, good in examples])
    named = zip(table.get_feature_names_out(), model.coef_[0], strict=True)
    weights = {str(feature): round(float(weight) * emphasis(str(feature)), 3) for feature, weight in named}
    return Model(round(float(model.intercept_[0]), 3), {f: w for f, w in weights.items() if abs(w) >= 0.01})


def emphasis(feature: str) -> float:
    """How easily a feature gains weight: single words hardly, cues easily."""
    return next((ease for start, ease in EASE.items() if feature.startswith(start)), 1.0)


def grown(linear: Model, examples: Examples, least: int = 4) -> Model:
    """A linear model and boosted trees of the same examples, weighed together."""
    table: Any = DictVectorizer(sparse=False)  # type: ignore[no-untyped-call]
    rows = table.fit_transform([dict.fromkeys(told, 1) for told in _common(examples, least)])
    model: Any = HistGradientBoostingClassifier(random_state=0, early_stopping=False, **TREES)
    model.fit(rows, np.array([good for _, good in examples]))
    names = [str(name) for name in table.get_feature_names_out()]
    trees = [_tree(predictors[0].nodes, names) for predictors in model._predictors]
    bias = (1 - SHARE) * linear.bias + SHARE * float(model._baseline_prediction.ravel()[0])
    return Model(round(bias, 3), {f: round((1 - SHARE) * w, 3) for f, w in linear.weights.items()}, trees)


def _common(examples: Examples, least: int) -> list[list[str]]:
    """The features of each example that at least so many have."""
    seen = Counter(feature for told, _ in examples for feature in set(told))
    return [[feature for feature in told if seen[feature] >= least] for told, _ in examples]


def _tree(nodes: Any, names: Sequence[str], at: int = 0) -> Tree:
    node = nodes[at]
    if node["is_leaf"]:
        return round(SHARE * float(node["value"]), 4)
    yes, no = (_tree(nodes, names, int(node[side])) for side in ("right", "left"))
    return names[int(node["feature_idx"])], yes, no
