"""The network of ingest.relating.network in torch: what learns, and what its weights are called there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.relating.network.pairs import FACTS, PAIR_MARKS
from ingest.relating.network.reader import PAIR_SPANS, SPANS
from ingest.relating.network.views import MARKS, TYPES, Floats, View, Vocabulary
from training.network_items import Item, Sentence

WORD, RULE, HIDDEN = 48, 24, 128  # sizes of vectors
DROPPED, HIDDEN_WORDS = 0.35, 0.15  # shares of signals and of words that are left out in training


@dataclass(frozen=True)
class Batch:
    """Sentences side by side, padded to the longest, and their items; `of` is the sentence of each item."""

    words: Tensor
    affixes: Tensor
    rules: Tensor
    seats: Tensor
    marks: Tensor
    there: Tensor
    of: Tensor
    pairs: Tensor
    facts: Tensor
    told: Tensor
    known: Tensor


def batch(items: Sequence[Item]) -> Batch:
    places: dict[Sentence, int] = {}
    of = [places.setdefault(item.sentence, len(places)) for item in items]
    size = max(len(sentence.view.words) for sentence in places)

    def laid(part: Callable[[View], np.ndarray]) -> Tensor:
        return _padded([part(sentence.view) for sentence in places], size)

    return Batch(
        laid(lambda seen: seen.words).long(),
        laid(lambda seen: seen.affixes).long(),
        laid(lambda seen: seen.rules).long(),
        laid(lambda seen: seen.seats).long(),
        laid(lambda seen: seen.marks),
        laid(lambda seen: np.ones((len(seen.words), 1), np.float32)),
        torch.tensor(of),
        _padded([item.marks for item in items], size),
        *(torch.from_numpy(np.stack([getattr(item, name) for item in items])) for name in ("facts", "told", "known")),
    )


def _padded(arrays: Sequence[np.ndarray], size: int) -> Tensor:
    told = np.zeros((len(arrays), size, *arrays[0].shape[1:]), arrays[0].dtype)
    for at, one in enumerate(arrays):
        told[at, : len(one)] = one
    return torch.from_numpy(told)


class Net(nn.Module):
    """The network, with what training needs."""

    def __init__(self, known: Vocabulary) -> None:
        super().__init__()
        self.words = nn.Embedding(len(known.words), WORD, padding_idx=0)
        self.affixes = nn.EmbeddingBag(len(known.affixes), WORD, mode="sum", padding_idx=0)
        self.rules, self.seats = nn.Embedding(len(known.rules), RULE), nn.Embedding(len(known.seats), HIDDEN)
        self.shared = nn.Linear(WORD + RULE + MARKS, HIDDEN)
        self.pair = nn.Linear(PAIR_MARKS, HIDDEN, bias=False)
        self.layers = nn.ModuleList(nn.Linear(3 * HIDDEN, 2 * HIDDEN) for _ in SPANS)
        self.pairs = nn.ModuleList(nn.Linear(3 * HIDDEN, 2 * HIDDEN) for _ in PAIR_SPANS)
        self.look = nn.Linear(HIDDEN, 2)
        self.hidden, self.out = nn.Linear(5 * HIDDEN + FACTS, HIDDEN), nn.Linear(HIDDEN, len(TYPES))
        self.drop = nn.Dropout(DROPPED)
        for table in (self.words, self.affixes, self.seats):
            nn.init.normal_(table.weight, std=0.1)
            with torch.no_grad():
                table.weight[0] = 0

    def forward(self, some: Batch) -> Tensor:
        layer = self._sentences(some)
        there = some.there[some.of]
        layer = (layer[some.of] + self.pair(some.pairs)) * there
        for linear, span in zip(self.pairs, PAIR_SPANS, strict=True):
            layer = self._convolved(layer, linear, span) * there
        pooled = self.hidden(self.drop(torch.cat([*self._pooled(layer, some.pairs, there), some.facts], -1)))
        return self.out(self.drop(pooled.relu()))  # type: ignore[no-any-return]

    def _sentences(self, some: Batch) -> Tensor:
        words = some.words
        if self.training:
            words = torch.where((torch.rand(words.shape) < HIDDEN_WORDS) & (words > 0), 1, words)
        told = self.words(words) + self.affixes(some.affixes.flatten(0, 1)).view(*words.shape, -1)
        every = torch.cat([told, self.rules(some.rules), some.marks], -1)
        layer: Tensor = (self.shared(self.drop(every)) + self.seats(some.seats)) * some.there
        for linear, span in zip(self.layers, SPANS, strict=True):
            layer = self._convolved(layer, linear, span) * some.there
        return layer

    def _convolved(self, layer: Tensor, linear: nn.Module, span: int) -> Tensor:
        size = layer.shape[1]
        wide = functional.pad(self.drop(layer), (0, 0, span, span))
        value, gate = linear(torch.cat([wide[:, :size], wide[:, span:-span], wide[:, 2 * span :]], -1)).chunk(2, -1)
        return layer + value.relu() * gate.sigmoid()  # type: ignore[no-any-return]

    def _pooled(self, layer: Tensor, pairs: Tensor, there: Tensor) -> list[Tensor]:
        absent = there == 0
        sides = [pairs[..., side : side + 1] for side in (0, 1)]
        means = [(layer * side).sum(1) / (side.sum(1) + 1e-6) for side in sides]
        shares = self.look(layer).masked_fill(absent, -1e4).softmax(1)
        most = layer.masked_fill(absent, -1e4).max(1).values
        return [*means, most, *((layer * shares[..., one : one + 1]).sum(1) for one in (0, 1))]

    def told(self) -> dict[str, Floats]:
        """The weights as ingest.relating.network names them."""
        told = {name: tensor.detach().numpy() for name, tensor in self.state_dict().items()}
        found = {name: told[f"{name}.weight"] for name in ("words", "affixes", "rules", "seats")}
        found |= {"shared": told["shared.weight"].T, "bias": told["shared.bias"], "pair": told["pair.weight"].T}
        ours = {f"layers.{at}": f"layer{at}" for at in range(len(SPANS))}
        ours |= {f"pairs.{at}": f"pair{at}" for at in range(len(PAIR_SPANS))}
        for name, other in (ours | {name: name for name in ("look", "hidden", "out")}).items():
            found |= {other: told[f"{name}.weight"].T, f"{other}_bias": told[f"{name}.bias"]}
        return {name: weights.astype(np.float16) for name, weights in found.items()}
