"""Trains the tagger and the parser on treebanks and writes their weights to ingest/models/parser.json.

    train_parser.py TREEBANK-FOLDER … --texts ARTICLES.jsonl …     trains on every CoNLL-U file of the folders
    train_parser.py --hold TREEBANK-FOLDER … --texts …             only measures, on every tenth sentence

The texts, articles without labels, teach classes of words; sentences of news of our own making are added.

Averaged perceptrons (Collins 2002); the parser learns from its own mistakes by a dynamic oracle (Goldberg and Nivre
2013), on tags that a tagger gave which had not seen the sentence. The same input gives the same weights.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from time import process_time

import numpy as np
import word_classes
from news_grammar import Grammar
from treebanks import Example, example, examples, projective

from ingest.parsing import arcs, tagging
from ingest.parsing.arcs import CHOICES, LABELS, LEFT, RIGHT, SHIFT, Walk
from ingest.parsing.hashed import BITS, Numbers, Slots, Templates, Weights, packed, unpacked
from ingest.parsing.tagging import FIRST, SECOND, TAGS, Tagger
from ingest.parsing.traits import Traits, Vocabulary

MODEL = Path(__file__).parent.parent / "ingest" / "models" / "parser.json"
FREQUENT = 3
FINE, COARSE = 256, 40
TAG_ROWS, ARC_ROWS, FAINT = 30_000, 150_000, 0.5
MADE = 700  # sentences of our own grammar
UNSEEN = 0.2  # share of words that are told by their class only, as unknown ones are
TAG_ROUNDS, ARC_ROUNDS, SEEDS = 5, 7, 3
PARTS = 4  # the tagger's that gives the parser its tags
_EVERY = np.arange(1 << BITS, dtype=np.int32)


class Perceptron:
    """Weights under way, and the sum of all that they were."""

    def __init__(self, choices: int) -> None:
        self.now = np.zeros((1 << BITS, choices), dtype=np.float32)
        self.past = np.zeros((1 << BITS, choices), dtype=np.float32)
        self.fired = np.zeros(1 << BITS, dtype=np.int32)
        self.time = 1

    @property
    def weights(self) -> Weights:
        return Weights(_EVERY, self.now)

    def learn(self, slots: Slots, right: int, wrong: int) -> None:
        for choice, change in ((right, 1.0), (wrong, -1.0)):
            self.now[slots, choice] += change
            self.past[slots, choice] += change * self.time

    def averaged(self) -> np.ndarray:
        return self.now - self.past / self.time


def trained_tags(
    traits: Sequence[Sequence[Traits]], tags: Sequence[Sequence[int]], rounds: int
) -> tuple[np.ndarray, np.ndarray]:
    """The tables of the tagger's first and second choice."""
    facts = [tagging.seen(told) for told in traits]
    first = _tags_learnt(FIRST, facts, tags, rounds)
    weights = Weights(_EVERY, first)
    random = Random(7)
    # the first choice knows its lessons by heart: some of its tags are taken away, so that the second does not trust it
    guessed = [weights.scores(FIRST.slots(told)).argmax(axis=1).tolist() for told in facts]
    facts = [tagging.seen_tagged(told, _doubted(tags, random)) for told, tags in zip(facts, guessed, strict=True)]
    return first, _tags_learnt(SECOND, facts, tags, rounds)


def _doubted(tags: Sequence[int], random: Random) -> list[int]:
    return [random.randrange(len(TAGS)) if random.random() < 0.03 else tag for tag in tags]


def _tags_learnt(
    templates: Templates, facts: Sequence[Numbers], tags: Sequence[Sequence[int]], rounds: int
) -> np.ndarray:
    learner, order = Perceptron(len(TAGS)), list(range(len(facts)))
    slots = [templates.slots(told).astype(np.int32) for told in facts]
    for turn in range(rounds):
        Random(turn).shuffle(order)
        for number in order:
            found = learner.weights.scores(slots[number]).argmax(axis=1).tolist()
            for place, (right, wrong) in enumerate(zip(tags[number], found, strict=True)):
                learner.time += 1
                if right != wrong:
                    learner.learn(slots[number][place], right, wrong)
    return learner.averaged()


class Lesson:
    """A sentence to learn: its heads without crossings, and each word's dependents."""

    def __init__(self, example: Example, traits: Sequence[Traits], tags: Sequence[int]) -> None:
        self.traits, self.tags, self.home = traits, tags, example.home
        self.heads, self.labels = projective(example.heads), example.labels
        self.below: list[list[int]] = [[] for _ in range(len(self.heads) + 1)]
        for word, head in enumerate(self.heads):
            self.below[head].append(word)

    def best(self, walk: Walk) -> list[int]:
        """The transitions after which the fewest arcs are lost."""
        stack, b0, heads = walk.stack, walk.next, self.heads
        costs: list[tuple[int, range]] = []
        if b0 < walk.size:
            lost = sum(word in stack for word in self.below[b0]) + (heads[b0] in stack[:-1])
            costs.append((lost, range(SHIFT, SHIFT + 1)))
        if stack:
            s0, right = stack[-1], walk.stack[-2] if len(stack) > 1 else -1
            ahead = sum(word >= b0 for word in self.below[s0])
            costs.append((ahead + (heads[s0] > b0 or heads[s0] == right), self._labels(LEFT, s0, b0, walk)))
            if right >= 0:
                costs.append((ahead + (heads[s0] >= b0), self._labels(RIGHT, s0, right, walk)))
        least = min(cost for cost, _ in costs)
        return [choice for cost, choices in costs if cost == least for choice in choices]

    def _labels(self, side: int, word: int, head: int, walk: Walk) -> range:
        if self.heads[word] == head:
            return range(side + self.labels[word], side + self.labels[word] + 1)
        if head == walk.size:
            return range(side, side + 1)
        return range(side + 1, side + len(LABELS))


def trained_arcs(lessons: Sequence[Lesson], rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """The parser's table, the mean of several that learnt in different orders, and how often each slot was asked."""
    table, fired = _arcs_learnt(lessons, rounds, 0)
    for seed in range(1, SEEDS):
        table += _arcs_learnt(lessons, rounds, seed)[0]
    return table / SEEDS, fired


def _arcs_learnt(lessons: Sequence[Lesson], rounds: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    learner, order, random = Perceptron(CHOICES), list(range(len(lessons))), Random(11 + seed)
    for turn in range(rounds):
        random.shuffle(order)
        errors = 0
        for number in order:
            lesson = lessons[number]
            traits = [told.unknown() if random.random() < UNSEEN else told for told in lesson.traits]
            walk = Walk(traits, lesson.tags, lesson.home)
            while not walk.done:
                slots = arcs.TEMPLATES.slots(np.array(walk.facts(), dtype=np.uint64))
                scores = learner.weights.scores(slots) + arcs.allowed(walk)
                found, best = int(scores.argmax()), lesson.best(walk)
                learner.time += 1
                learner.fired[slots] += 1
                choice = found
                if found not in best:
                    right = best[int(scores[best].argmax())]
                    learner.learn(slots, right, found)
                    errors += 1
                    if turn < 1 or random.random() > 0.9:
                        choice = right
                walk.take(choice)
        print(f"round {turn + 1}: {errors} errors, {process_time():.0f} s", flush=True)
    return learner.averaged(), learner.fired


def trained(told: Sequence[Example], texts: Sequence[Path], rounds: int) -> dict[str, object]:
    """The model as its file has it."""
    sentences = [*(example.keys for example in told), *word_classes.sentences(texts)]
    sentences = [["0" if key.isdigit() else key for key in keys] for keys in sentences]
    classes = word_classes.classes(sentences, FINE, COARSE)
    print(f"classes, {process_time():.0f} s", flush=True)
    counted = Counter(key for example in told for key in example.keys)
    frequent = sorted(key for key, times in counted.items() if times >= FREQUENT)
    vocabulary = Vocabulary(frequent, classes)
    traits = [[vocabulary.traits(key) for key in example.keys] for example in told]
    tags = [example.tags for example in told]
    seen: list[list[int]] = [[] for _ in told]
    for part in range(PARTS):
        learnt = [number for number in range(len(told)) if number % PARTS != part]
        tables = trained_tags([traits[n] for n in learnt], [tags[n] for n in learnt], 3)
        tagger = Tagger(*(Weights(_EVERY, table) for table in tables))
        for number in range(part, len(told), PARTS):
            seen[number] = tagger.tags(traits[number])
    print(f"tags {_share(seen, tags):.4f} on parts held out, {process_time():.0f} s", flush=True)
    first, second = trained_tags(traits, tags, TAG_ROUNDS)
    table, fired = trained_arcs([Lesson(*row) for row in zip(told, traits, seen, strict=True)], rounds)
    return {
        "licence": "CC BY-SA 4.0",
        "source": "learnt from UD Persian-PerDT (Rasooli et al. 2020) and UD Persian-Seraji (Seraji et al. 2016)",
        "frequent": frequent,
        "classes": classes,
        "first": packed(first, TAG_ROWS),
        "second": packed(second, TAG_ROWS),
        "arcs": packed(table, ARC_ROWS, FAINT, fired),
    }


def _share(found: Iterable[Sequence[int]], right: Iterable[Sequence[int]]) -> float:
    pairs = [pair for one, other in zip(found, right, strict=True) for pair in zip(one, other, strict=True)]
    return sum(one == other for one, other in pairs) / len(pairs)


def measure(model: dict[str, object], told: Sequence[Example]) -> None:
    """Prints how much of held-out sentences is right."""
    vocabulary = Vocabulary(model["frequent"], model["classes"])
    tagger = Tagger(unpacked(model["first"], len(TAGS)), unpacked(model["second"], len(TAGS)))
    weights = unpacked(model["arcs"], CHOICES)
    counts = Counter[object]()
    start = process_time()
    for sentence in told:
        traits = [vocabulary.traits(key) for key in sentence.keys]
        tags = tagger.tags(traits)
        heads, labels = arcs.parse(weights, traits, tags, sentence.home)
        for place in range(len(sentence.keys)):
            counts["tag"] += tags[place] == sentence.tags[place]
            counts["words"] += 1
            head, label = heads[place] == sentence.heads[place], labels[place] == sentence.labels[place]
            counts["uas"] += head
            counts["las"] += head and label
            counts["uas", sentence.home] += head
            counts["las", sentence.home] += head and label
            counts["words", sentence.home] += 1
            if TAGS[sentence.tags[place]] != "PUNCT":
                counts["plain"] += 1
                counts["plain uas"] += head
                counts["plain las"] += head and label
            gold, got = LABELS[sentence.labels[place]], LABELS[labels[place]]
            counts["gold", gold] += 1
            counts["got", got] += 1
            counts["both", gold] += head and label
    seconds = process_time() - start
    size = counts["words"]
    print(
        f"{size} words: tags {counts['tag'] / size:.4f}, UAS {counts['uas'] / size:.4f}, LAS {counts['las'] / size:.4f}"
    )
    print(
        f"without marks: UAS {counts['plain uas'] / counts['plain']:.4f}, "
        f"LAS {counts['plain las'] / counts['plain']:.4f}"
    )
    for home in (0, 1):
        n = max(1, counts["words", home])
        print(f"  treebank {home}: UAS {counts['uas', home] / n:.4f}, LAS {counts['las', home] / n:.4f}")
    for label in LABELS:
        gold, got, both = (counts[which, label] for which in ("gold", "got", "both"))
        print(f"  {label:9} {gold:5} F1 {2 * both / max(1, gold + got):.3f}")
    print(f"{size / seconds:.0f} words/s")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--hold", action="store_true")
    arguments.add_argument("--rounds", type=int, default=ARC_ROUNDS)
    arguments.add_argument("--texts", nargs="+", type=Path, default=[])
    arguments.add_argument("--save", type=Path)
    given = arguments.parse_args()
    told = [
        sentence
        for home, folder in enumerate(given.folders)
        for path in sorted(folder.glob("*.conllu"))
        for sentence in examples(path, home)
    ]
    taught = [sentence for number, sentence in enumerate(told) if not given.hold or number % 10 != 9]
    held = [sentence for number, sentence in enumerate(told) if given.hold and number % 10 == 9]
    made = [example(rows, 0) for rows in Grammar(1).sentences(MADE)]
    model = trained([*taught, *made], given.texts, given.rounds)
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    print(f"{len(text.encode()) / 1e6:.2f} MB")
    if held:
        measure(model, held)
    if not given.hold or given.save:
        (given.save or MODEL).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
