"""Trains the network that reads sentences for pairs of states: on all lessons, and on outlets held out in turn."""

import json
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from ingest.relating.candidates import Pair
from ingest.relating.network.reader import MODEL, Network
from ingest.relating.network.views import Floats, Vocabulary
from training.network_items import Item, Sentence, laid
from training.network_torch import Batch, Net, batch
from training.relation_lessons import FOLDS, Lesson
from training.relation_verdicts import Odds

EPOCHS, RATE = 5, 2e-3  # on all lessons,
LAST_EPOCHS, LAST_RATE = 3, 7e-4  # and then on articles alone, which are what is read
BATCH, NEAR = 64, 400  # items that are learnt at once, sentences among which those of like length are put together
DECAY, MOST = 0.02, 2.0


def fitted(lessons: Sequence[Item], articles: Sequence[Item], known: Vocabulary) -> dict[str, Floats]:
    """The weights of a network that has seen the lessons and then the articles; the same ones give the same weights."""
    torch.manual_seed(0)
    net = Net(known)
    _teach(net, lessons, EPOCHS, RATE)
    _teach(net, articles, LAST_EPOCHS, LAST_RATE)
    return net.told()


def _teach(net: Net, lessons: Sequence[Item], epochs: int, rate: float) -> None:
    chance = random.Random(0)
    rounds = [_batches(lessons, chance) for _ in range(epochs)]
    optimizer = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=DECAY)
    steps = sum(len(some) for some in rounds)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps + 1, pct_start=0.15)
    for some in (one for each in rounds for one in each):
        loss = _loss(net, batch(some))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(net.parameters(), MOST)
        optimizer.step()
        schedule.step()


def _loss(net: Net, some: Batch) -> torch.Tensor:
    lost = functional.binary_cross_entropy_with_logits(net(some), some.told, reduction="none")
    return (lost * some.known).sum() / BATCH


def _batches(lessons: Sequence[Item], chance: random.Random) -> list[list[Item]]:
    """All lessons in a new order, the pairs of a sentence and sentences of like length together."""
    sentences = list(_by_sentence(lessons).values())
    chance.shuffle(sentences)
    found: list[list[Item]] = []
    for start in range(0, len(sentences), NEAR):
        now: list[Item] = []
        for some in sorted(sentences[start : start + NEAR], key=lambda one: len(one[0].marks)):
            if now and len(now) + len(some) > BATCH:
                found.append(now)
                now = []
            now = now + some
        found.append(now)
    chance.shuffle(found)
    return found


def _by_sentence(items: Sequence[Item]) -> Mapping[Sentence, list[Item]]:
    found = defaultdict[Sentence, list[Item]](list)
    for item in items:
        found[item.sentence].append(item)
    return found


@dataclass(frozen=True)
class School:
    """All that networks are trained on: the lessons, and their items."""

    taught: Sequence[Lesson]
    items: Sequence[Item]
    known: Vocabulary

    def without(self, fold: int | None) -> dict[str, Floats]:
        """The weights of a network that never saw a fold; None: of one that saw all."""
        there = [item for item in self.items if self.taught[item.sentence.lesson].fold != fold]
        return fitted(there, [item for item in there if not self.taught[item.sentence.lesson].alone], self.known)

    def held_out(self, fold: int) -> Odds:
        """The odds that such a network gives on the fold."""
        asked = [item for item in self.items if self.taught[item.sentence.lesson].fold == fold]
        return _read(self.without(fold), self.known, asked)


def train(taught: Sequence[Lesson], models: Path | None) -> Odds:
    """The odds on every fold held out, one process a fold; the network of all lessons goes to `models`, if any."""
    there, known, lists = laid(taught)
    school = School(taught, there, known)
    with ProcessPoolExecutor(mp_context=get_context("fork"), initializer=_enter, initargs=(school,)) as pool:
        whole = pool.submit(_whole) if models else None
        parts = [pool.submit(_held_out, fold) for fold in range(FOLDS)]
        if models and whole:
            told = json.dumps(lists, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")
            np.savez_compressed(models / MODEL, vocabulary=np.frombuffer(told, np.uint8), **whole.result())
        return {place: told for part in parts for place, told in part.result().items()}


_SCHOOL: list[School] = []  # of a process, once it has entered


def _enter(school: School) -> None:
    torch.set_num_threads(1)
    _SCHOOL.append(school)


def _held_out(fold: int) -> Odds:
    return _SCHOOL[0].held_out(fold)


def _whole() -> dict[str, Floats]:
    return _SCHOOL[0].without(None)


def _read(weights: Mapping[str, Floats], known: Vocabulary, asked: Sequence[Item]) -> Odds:
    network = Network(known, {name: told.astype(np.float32) for name, told in weights.items()})
    found: dict[tuple[int, int, Pair], Floats] = {}
    for sentence, some in _by_sentence(asked).items():
        marks, told = np.stack([item.marks for item in some]), np.stack([item.facts for item in some])
        odds = network.odds(network.sentence(sentence.view), marks, told)
        found |= {(sentence.lesson, sentence.index, item.pair): one for item, one in zip(some, odds, strict=True)}
    return found
