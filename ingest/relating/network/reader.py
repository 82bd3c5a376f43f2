"""How likely a sentence tells each relation by the network: its weights of ingest/models, run forward."""

import json
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import as_file, files

import numpy as np
from threadpoolctl import threadpool_limits

from graph.plover import quad
from ingest.relating.candidates import Pair
from ingest.relating.network.pairs import Seen, facts, pair_marks
from ingest.relating.network.views import NONE, TYPES, UNKNOWN, Floats, View, Vocabulary, view

MODEL = "relations-network.npz"
SPANS = (1, 2, 4)  # how far to both sides each layer looks, in words: first those that are alike for all pairs,
PAIR_SPANS = (1, 3)  # then those of a pair
_CLASS = np.array([quad(kind) for kind in TYPES])


@dataclass(frozen=True)
class Network:
    """The weights by name, and what words, affixes, rules and seats they are for."""

    vocabulary: Vocabulary
    weights: dict[str, Floats]

    def sentence(self, seen: View) -> Floats:
        """The layer (n, signals) of a sentence's words, which is alike for all pairs."""
        told = self.weights
        words = told["words"][seen.words] + told["affixes"][seen.affixes].sum(1)
        every = np.concatenate([words, told["rules"][seen.rules], seen.marks], axis=-1)
        layer = (every @ told["shared"] + told["bias"] + told["seats"][seen.seats])[None]
        for number, span in enumerate(SPANS):
            layer = self._convolved(layer, f"layer{number}", span)
        return np.asarray(layer[0])

    def odds(self, sentence: Floats, marks: Floats, told: Floats) -> Floats:
        """The odds (natural logarithm) of each type for pairs: marks (pairs, n, PAIR_MARKS), told (pairs, FACTS)."""
        layer = sentence[None] + marks @ self.weights["pair"]
        for number, span in enumerate(PAIR_SPANS):
            layer = self._convolved(layer, f"pair{number}", span)
        hidden = np.concatenate([*self._pooled(layer, marks), told], axis=-1) @ self.weights["hidden"]
        hidden = np.maximum(hidden + self.weights["hidden_bias"], 0)
        return np.asarray(hidden @ self.weights["out"] + self.weights["out_bias"], np.float32)

    def _convolved(self, layer: Floats, name: str, span: int) -> Floats:
        """A layer added to the one before: three words `span` apart, one half of it gating the other."""
        wide = np.pad(layer, ((0, 0), (span, span), (0, 0)))
        size = layer.shape[1]
        near = np.concatenate([wide[:, :size], layer, wide[:, 2 * span :]], axis=-1)
        both = near @ self.weights[name] + self.weights[f"{name}_bias"]
        value, gate = np.split(both, 2, axis=-1)
        return np.asarray(layer + np.maximum(value, 0) / (1 + np.exp(-gate)))

    def _pooled(self, layer: Floats, marks: Floats) -> list[Floats]:
        """What stays of a sentence: the mean at a and at b, the most of all words, and two weighted means."""
        sides = [marks[..., side : side + 1] for side in (0, 1)]
        means = [(layer * side).sum(1) / (side.sum(1) + 1e-6) for side in sides]
        looks = layer @ self.weights["look"] + self.weights["look_bias"]
        shares = np.exp(looks - looks.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return [*means, layer.max(1), *((layer * shares[..., one : one + 1]).sum(1) for one in (0, 1))]


@dataclass
class Second:
    """A sentence in the second reader's hands; a pair is read when it is first asked for."""

    seen: Seen
    _told: dict[Pair, Floats] = field(default_factory=dict)

    def odds(self, pair: Pair) -> Floats:
        """The odds of each of TYPES for a pair."""
        if pair not in self._told:
            self._told[pair] = self._read(pair, self._sentence)
        return self._told[pair]

    def heaviest(self, pair: Pair, kind: str) -> str:
        """The word without which the odds of a type would be the most different."""
        network, at, whole = the_network(), TYPES.index(kind), self.odds(pair)
        hidden = [network.sentence(_hidden(self._view, place)) for place in range(len(self._view.words))]
        without = np.array([self._read(pair, sentence)[at] for sentence in hidden])
        return self.seen.stage.scenery.keys[int(np.argmax(np.abs(without - whole[at])))]

    @cached_property
    def _view(self) -> View:
        return view(self.seen.stage, the_network().vocabulary)

    @cached_property
    def _sentence(self) -> Floats:
        return the_network().sentence(self._view)

    def _read(self, pair: Pair, sentence: Floats) -> Floats:
        marks, told = pair_marks(self.seen, pair)[None], facts(self.seen.stage, pair)[None]
        return np.asarray(the_network().odds(sentence, marks, told)[0])


def _hidden(seen: View, place: int) -> View:
    """A sentence with one of its words unknown."""
    words, affixes, rules = seen.words.copy(), seen.affixes.copy(), seen.rules.copy()
    words[place], affixes[place], rules[place] = UNKNOWN, NONE, NONE
    return View(words, affixes, rules, seen.seats, seen.marks)


def of_type(odds: Floats, kind: str) -> tuple[float, float]:
    """The odds of a type, and of the likeliest type of its quad class."""
    at = TYPES.index(kind)
    return float(odds[at]), float(odds[_CLASS[at] == _CLASS].max())


@cache
def the_network() -> Network:
    """The network of ingest/models; its matrices are so small that threads would only cost time."""
    threadpool_limits(limits=1, user_api="blas")
    with as_file(files("ingest") / "models" / MODEL) as path, np.load(path) as stored:
        told = json.loads(bytes(stored["vocabulary"]).decode("utf-8"))
        weights = {name: stored[name].astype(np.float32) for name in stored.files if name != "vocabulary"}
    numbers = {name: {word: number for number, word in enumerate(told[name])} for name in told}
    return Network(Vocabulary(**numbers), weights)
