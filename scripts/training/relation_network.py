"""Trains the network that reads sentences for pairs of states: on all lessons, and on outlets held out in turn."""

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.relating.network.reader import MODEL, SPANS, Network, Pair
from ingest.relating.network.views import FACTS, MARKS, PAIR_MARKS, TYPES, Floats, Vocabulary, facts, pair_marks, view
from training.network_items import Item, Seen, items, seen, vocabulary
from training.relation_lessons import FOLDS, Lesson
from training.relation_verdicts import Odds

EPOCHS, BATCH = 7, 64
WORD, RULE, HIDDEN = 48, 24, 96  # sizes of vectors
DROPPED, HIDDEN_WORDS = 0.35, 0.15  # shares of signals and of words that are left out in training
RATE, DECAY, MOST = 2e-3, 0.02, 2.0


class Net(nn.Module):
    """The network of ingest.relating.network in torch, with what training needs."""

    def __init__(self, known: Vocabulary) -> None:
        super().__init__()
        self.words = nn.Embedding(len(known.words), WORD, padding_idx=0)
        self.affixes = nn.EmbeddingBag(len(known.affixes), WORD, mode="sum", padding_idx=0)
        self.rules = nn.Embedding(len(known.rules), RULE, padding_idx=0)
        self.first = nn.Linear(WORD + RULE + MARKS + PAIR_MARKS, HIDDEN)
        self.layers = nn.ModuleList(nn.Linear(3 * HIDDEN, 2 * HIDDEN) for _ in SPANS)
        self.look = nn.Linear(HIDDEN, 2)
        self.hidden, self.out = nn.Linear(5 * HIDDEN + FACTS, HIDDEN), nn.Linear(HIDDEN, len(TYPES))
        self.drop = nn.Dropout(DROPPED)
        for table in (self.words, self.affixes):
            nn.init.normal_(table.weight, std=0.1)
            with torch.no_grad():
                table.weight[0] = 0

    def forward(self, batch: "Batch") -> Tensor:
        words = batch.words
        if self.training:
            words = torch.where((torch.rand(words.shape) < HIDDEN_WORDS) & (words > 0), 1, words)
        size = words.shape
        told = self.words(words) + self.affixes(batch.affixes.flatten(0, 1)).view(*size, -1)
        marks = torch.cat([batch.marks, batch.pairs], -1)
        layer = self.first(self.drop(torch.cat([told, self.rules(batch.rules), marks], -1))) * batch.there
        for linear, span in zip(self.layers, SPANS, strict=True):
            wide = functional.pad(self.drop(layer), (0, 0, span, span))
            near = torch.cat([wide[:, : size[1]], wide[:, span:-span], wide[:, 2 * span :]], -1)
            value, gate = linear(near).chunk(2, -1)
            layer = (layer + value.relu() * gate.sigmoid()) * batch.there
        pooled = self.hidden(self.drop(torch.cat([*self._pooled(layer, batch), batch.facts], -1)))
        return self.out(self.drop(pooled.relu()))  # type: ignore[no-any-return]

    def _pooled(self, layer: Tensor, batch: "Batch") -> list[Tensor]:
        absent = batch.there == 0
        sides = [batch.pairs[..., side : side + 1] for side in (0, 1)]
        means = [(layer * side).sum(1) / (side.sum(1) + 1e-6) for side in sides]
        shares = self.look(layer).masked_fill(absent, -1e4).softmax(1)
        most = layer.masked_fill(absent, -1e4).max(1).values
        return [*means, most, *((layer * shares[..., one : one + 1]).sum(1) for one in (0, 1))]


@dataclass(frozen=True)
class Batch:
    """Items side by side, padded to the longest: words (items, n), affixes (items, n, 4), marks (items, n, …) …"""

    words: Tensor
    affixes: Tensor
    rules: Tensor
    marks: Tensor
    pairs: Tensor
    there: Tensor
    facts: Tensor
    told: Tensor
    known: Tensor


def batch(there: Sequence[Seen]) -> Batch:
    size = max(len(one.view.words) for one in there)

    def laid(arrays: Iterator[np.ndarray]) -> Tensor:
        padded = [np.pad(one, [(0, size - len(one)), *[(0, 0)] * (one.ndim - 1)]) for one in arrays]
        return torch.from_numpy(np.stack(padded))

    return Batch(
        laid(one.view.words for one in there).long(),
        laid(one.view.affixes for one in there).long(),
        laid(one.view.rules for one in there).long(),
        laid(one.view.marks for one in there),
        laid(one.marks for one in there),
        laid(np.ones((len(one.view.words), 1), np.float32) for one in there),
        torch.from_numpy(np.stack([one.facts for one in there])),
        torch.from_numpy(np.stack([one.told for one in there])),
        torch.from_numpy(np.stack([one.known for one in there])),
    )


def fitted(lessons: Sequence[Seen], known: Vocabulary) -> dict[str, Floats]:
    """The weights of a network that has seen the lessons EPOCHS times; the same lessons give the same weights."""
    torch.manual_seed(0)
    chance = random.Random(0)
    net = Net(known)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(lessons) // BATCH + 2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.15)
    for _ in range(EPOCHS):
        for some in _batches(lessons, chance):
            loss = _loss(net, batch(some))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), MOST)
            optimizer.step()
            schedule.step()
    return _weights(net)


def _loss(net: Net, some: Batch) -> Tensor:
    lost = functional.binary_cross_entropy_with_logits(net(some), some.told, reduction="none")
    return (lost * some.known).sum() / len(some.told)


def _batches(lessons: Sequence[Seen], chance: random.Random) -> list[list[Seen]]:
    """All lessons in a new order, those of like length together."""
    order = list(lessons)
    chance.shuffle(order)
    found = []
    for start in range(0, len(order), 20 * BATCH):
        some = sorted(order[start : start + 20 * BATCH], key=lambda one: len(one.view.words))
        found += [some[at : at + BATCH] for at in range(0, len(some), BATCH)]
    chance.shuffle(found)
    return found


def _weights(net: Net) -> dict[str, Floats]:
    """The weights as ingest.relating.network names them."""
    told = {name: tensor.detach().numpy() for name, tensor in net.state_dict().items()}
    first = told["first.weight"].T
    found = {
        "words": told["words.weight"],
        "affixes": told["affixes.weight"],
        "rules": told["rules.weight"],
        "shared": first[:-PAIR_MARKS],
        "pair": first[-PAIR_MARKS:],
        "bias": told["first.bias"],
    }
    for at in range(len(SPANS)):
        found |= {f"layer{at}": told[f"layers.{at}.weight"].T, f"layer{at}_bias": told[f"layers.{at}.bias"]}
    for name in ("look", "hidden", "out"):
        found |= {name: told[f"{name}.weight"].T, f"{name}_bias": told[f"{name}.bias"]}
    return {name: weights.astype(np.float16) for name, weights in found.items()}


@dataclass(frozen=True)
class School:
    """All that networks are trained on: the lessons, their items as they are and as the network takes them."""

    taught: Sequence[Lesson]
    there: Sequence[Item]
    known: Vocabulary
    laid: Sequence[Seen]

    def without(self, fold: int) -> Odds:
        """The odds that a network gives on a fold which it never saw."""
        own = [self.taught[item.lesson].fold == fold for item in self.there]
        weights = fitted([one for one, is_own in zip(self.laid, own, strict=True) if not is_own], self.known)
        return _read(weights, self.known, [item for item, is_own in zip(self.there, own, strict=True) if is_own])


def train(taught: Sequence[Lesson], models: Path | None) -> Odds:
    """The odds on every fold held out, one process a fold; the network of all lessons goes to `models`, if any."""
    there = items(taught)
    known, lists = vocabulary(there)
    school = School(taught, there, known, seen(there, known))
    with ProcessPoolExecutor(mp_context=get_context("fork"), initializer=_enter, initargs=(school,)) as pool:
        parts = [pool.submit(_held_out, fold) for fold in range(FOLDS)]
        whole = pool.submit(_whole) if models else None
        odds = {place: told for part in parts for place, told in part.result().items()}
        if models and whole:
            told = json.dumps(lists, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
            np.savez_compressed(models / MODEL, vocabulary=np.frombuffer(told, np.uint8), **whole.result())
    return odds


_SCHOOL: list[School] = []  # of a process, once it has entered


def _enter(school: School) -> None:
    torch.set_num_threads(1)
    _SCHOOL.append(school)


def _held_out(fold: int) -> Odds:
    return _SCHOOL[0].without(fold)


def _whole() -> dict[str, Floats]:
    return fitted(_SCHOOL[0].laid, _SCHOOL[0].known)


def _read(weights: Mapping[str, Floats], known: Vocabulary, asked: Sequence[Item]) -> Odds:
    network = Network(known, {name: told.astype(np.float32) for name, told in weights.items()})
    stages = defaultdict[int, list[Item]](list)
    for item in asked:
        stages[id(item.stage)].append(item)
    found: dict[tuple[int, int, Pair], Floats] = {}
    for some in stages.values():
        stage = some[0].stage
        marks = np.stack([pair_marks(stage, item.pair) for item in some])
        told = np.stack([facts(stage, item.pair) for item in some])
        odds = network.odds(view(stage, known), marks, told)
        found |= {(item.lesson, stage.index, item.pair): one for item, one in zip(some, odds, strict=True)}
    return found
