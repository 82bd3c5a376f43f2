"""Heads and labels from left to right: shift the next word, or hang the last one on it or on the one before.

The transitions are those of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011); the root stands behind
the last word.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.parsing.hashed import Templates, Weights
from ingest.parsing.tagging import TAGS
from ingest.parsing.traits import NOTHING, ROOT, Traits

LABELS = (
    "root", "nsubj", "obj", "obl", "nmod", "amod", "appos", "flat", "conj", "cc", "case", "mark", "acl", "advcl",
    "ccomp", "xcomp", "lvc", "compound", "aux", "cop", "det", "nummod", "advmod", "fixed", "punct", "dep",
)  # fmt: skip
SHIFT, LEFT, RIGHT = 0, 1, 1 + len(LABELS)
CHOICES = 1 + 2 * len(LABELS)
_CASE = LABELS.index("case")

type Heads = tuple[list[int], list[int]]

_WORDS = "s0w s0l s0x s0t s1w s1l s1x s1t s2w s2t b0w b0l b0x b0t b1w b1t b2w b2t"  # by itself, its list, end and tag
_BESIDE = "pw pt nw nt qw qt"  # the words before and after s0, and before b0
_HUNG = "s0L s0R s1L s1R b0L s0c s1c b0c"  # which labels hang to the left and right; which prepositions
_LAST = "s0r s0rt s0rw s1r s1rt b0f b0ft s0f"  # the last or first dependent: its label, tag and word
_CLASSES = "s0k s0g s1k s1g b0k b0g b1k b1g"  # fine and coarse
_BETWEEN = "far gap verbs marks home"
_NAMES = " ".join((_WORDS, _BESIDE, _HUNG, _LAST, _CLASSES, _BETWEEN)).split()
_TEMPLATES = [
    "s0w", "s0t", "s0w s0t", "s1w", "s1t", "s1w s1t", "b0w", "b0t", "b0w b0t", "b1w", "b1t", "b1w b1t", "b2t", "b2w",
    "s2t", "s0w b0w", "s0t b0t", "s0w b0t", "s0t b0w", "s0x b0x", "s0l b0l", "s0x b0t", "s0t b0x", "s1w s0w",
    "s1t s0t", "s1w s0t", "s1t s0w", "s1x s0x", "s1l s0l", "s1x s0t", "s1t s0x", "s1t b0t", "s1w b0t", "s1t b0w",
    "s0t b0t b1t", "s1t s0t b0t", "s2t s1t s0t", "b0t b1t b2t", "s0t b1t", "s0w b0t b1t", "s0t b0w b1t",
    "s0t b0t b1w", "s1w s0t b0t", "s1t s0w b0t", "s1t s0t b0w", "s1w s0w b0t", "s0w b0w b1t", "s1t s0t b0t b1t",
    "s0t b1w", "s0w b1w", "s0t nt b0t", "s0t nw b0t", "s0w nw", "s0x nt", "s0x nw", "pt s0t b0t", "pw s0t b0t",
    "qt s0t b0t", "qw s0t b0t", "qw b0w", "s0c s0t b0t", "s0c s0w b0t", "s0c s0t b0w", "s0c b0w", "s0c s1t s0t",
    "s0c s1w", "s0c s1w s0t", "s0c s1t b0t", "s0c s1w b0w", "s0c s1t b0w", "s1c s0t s1t", "s1c s0c s1t s0t",
    "s0c b0l", "s0c s1l", "s0c s1x b0t", "s0c s1t b0t b1t", "s0L s0t", "s0R s0t", "s0R s0t b0t", "s0R s0w",
    "b0L b0t s0t", "b0L b0w", "b0L s0t s0c", "b0L b0w s0c", "b0L b0w s0w", "b0L b0w s0t", "s1R s1t s0t",
    "s1R s1w s0t", "s1R s0c s1t", "s0L b0t", "s1L s0t b0t", "s1R s0t b0t", "s0R s1R s1t s0t", "s0r s0rt s0t b0t",
    "s0rw s0t b0t", "s0rw s0w", "s1r s1rt s0t", "b0f b0ft s0t", "s0f s0t b0t", "s0rt s1t s0t", "s0rw b0w",
    "far s0t b0t", "gap s1t s0t", "far s0w", "far b0w", "gap s0c s1t", "verbs s0t b0t", "verbs s0w", "verbs b0w",
    "verbs s0c b0t", "marks s0t b0t", "marks s1t s0t", "marks verbs s0t b0t", "far s0c b0t", "verbs b0L b0t s0t",
    "s0k", "s1k", "b0k", "b1k", "s0k b0k", "s1k s0k", "s0k b0t", "s0t b0k", "s1k s0t", "s1t s0k", "s0k b0w",
    "s0w b0k", "s1k s0w", "s1w s0k", "s0k b0k b1t", "s1k s0k b0t", "s1k s0t b0k", "s0k b0t b1k", "s0k nw b0t",
    "s0c s0k b0t", "s0c s1k", "s0c s0k s1k", "s0c s0k s1t", "s0c s0t s1k", "s0c b0k", "s0c s0k b0k", "s0c s0k b0w",
    "b0L b0k", "b0L b0k s0t", "b0L b0k s0k", "b0L b0k s0c", "s1R s1k s0t", "s1R s0c s1k", "s0g b0g b1g",
    "s1g s0g b0g", "s0g b0g", "s1g s0g", "s0c s0g s1g", "s0c s1g b0g", "s0c s0g s1g b0g", "s1g s0g b0g b1g",
    "verbs s0k b0k", "gap s1k s0k", "far s0k b0k", "verbs b0k", "home s0k", "home", "home s0t b0t", "home s1t s0t",
    "home s0w", "home b0w", "home s0c b0t", "home s1w s0w", "home s0w b0w",
]  # fmt: skip
TEMPLATES = Templates(_NAMES, _TEMPLATES)
_SOME = 3  # the smallest number that a tag, label or count is told by
_VERB, _MARK = TAGS.index("VERB"), TAGS.index("PUNCT")
_FAR = [0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8]


class Walk:
    """A sentence under way: `stack` holds the words without a head yet, `next` the next word."""

    def __init__(self, traits: Sequence[Traits], tags: Sequence[int], home: int) -> None:
        size = len(traits)
        self.size, self.home = size, home
        padded = [*traits, ROOT, NOTHING, NOTHING, NOTHING]
        self.words = [trait.word for trait in padded]
        self.ends = [trait.last2 for trait in padded]
        self.listed = [trait.listed for trait in padded]
        self.fine = [trait.fine for trait in padded]
        self.coarse = [trait.coarse for trait in padded]
        self.tags = [*(tag + _SOME for tag in tags), 2, 1, 1, 1]
        self.before = _counted([tag == _VERB for tag in tags])
        self.marked = _counted([tag == _MARK for tag in tags])
        self.stack: list[int] = []
        self.next = 0
        self.heads = [-1] * size
        self.labels = [0] * size
        width = size + 4
        self.left, self.right = [0] * width, [0] * width
        self.case = [0] * width
        self.first, self.last = [size + 1] * width, [size + 1] * width
        self.told = [0] * width  # labels for facts, 0 where there is none

    @property
    def done(self) -> bool:
        return not self.stack and self.next == self.size

    def facts(self) -> list[int]:
        """What the next choice is made by, as `TEMPLATES` names it."""
        stack, b0, none = self.stack, self.next, self.size + 1
        words, ends, tags, listed, told = self.words, self.ends, self.tags, self.listed, self.told
        fine, coarse = self.fine, self.coarse
        depth = len(stack)
        s0 = stack[-1] if depth else none
        s1 = stack[-2] if depth > 1 else none
        s2 = stack[-3] if depth > 2 else none
        b1, b2 = b0 + 1, b0 + 2
        before = s0 - 1 if 0 < s0 < none else none
        after = s0 + 1 if s0 < none else none
        r0, r1, f0, l0 = self.last[s0], self.last[s1], self.first[b0], self.first[s0]
        far = _FAR[min(b0 - s0, 20)] if depth else 9
        gap = _FAR[min(s0 - s1, 20)] if depth > 1 else 9
        verbs = min(self.before[b0] - self.before[s0 + 1], 3) if depth else 4
        marks = min(self.marked[b0] - self.marked[s0 + 1], 3) if depth else 4
        return [
            words[s0], listed[s0], ends[s0], tags[s0], words[s1], listed[s1], ends[s1], tags[s1], words[s2], tags[s2],
            words[b0], listed[b0], ends[b0], tags[b0], words[b1], tags[b1], words[b2], tags[b2],
            words[before], tags[before], words[after], tags[after],
            words[b0 - 1] if b0 else 1, tags[b0 - 1] if b0 else 1,
            self.left[s0], self.right[s0], self.left[s1], self.right[s1], self.left[b0],
            self.case[s0], self.case[s1], self.case[b0],
            told[r0], tags[r0], words[r0], told[r1], tags[r1], told[f0], tags[f0], told[l0],
            fine[s0], coarse[s0], fine[s1], coarse[s1], fine[b0], coarse[b0], fine[b1], coarse[b1],
            far + 1, gap + 1, verbs + 1, marks + 1, self.home + 1, 0,
        ]  # fmt: skip

    def take(self, choice: int) -> None:
        """Makes a transition."""
        if choice == SHIFT:
            self.stack.append(self.next)
            self.next += 1
            return
        word = self.stack.pop()
        head, label = (self.next, choice - LEFT) if choice < RIGHT else (self.stack[-1], choice - RIGHT)
        self.heads[word], self.labels[word] = head, label
        self.told[word] = label + 1
        if label == _CASE:
            self.case[head] = self.words[word]
        if head > word:
            self.first[head] = word
            self.left[head] |= 1 << label
        else:
            self.last[head] = word
            self.right[head] |= 1 << label


def _counted(flags: Sequence[bool]) -> list[int]:
    """How many are true before each place."""
    counts = [0]
    for flag in flags:
        counts.append(counts[-1] + flag)
    return [*counts, counts[-1]]


def allowed(walk: Walk) -> NDArray[np.float32]:
    """What must be added to the scores: nothing, or enough to forbid."""
    return _BARRED[min(len(walk.stack), 2) + 3 * (walk.next == walk.size)]


def _barred(depth: int, ended: bool) -> NDArray[np.float32]:
    bars = np.zeros(CHOICES, dtype=np.float32)
    if ended:
        bars[SHIFT] = -1e9
        bars[LEFT + 1 : RIGHT] = -1e9
    else:
        bars[LEFT] = -1e9
    bars[RIGHT] = -1e9
    if depth < 1:
        bars[LEFT:RIGHT] = -1e9
    if depth < 2:
        bars[RIGHT:] = -1e9
    return bars


_BARRED = [_barred(depth, ended) for ended in (False, True) for depth in (0, 1, 2)]


def parse(weights: Weights, traits: Sequence[Traits], tags: Sequence[int], home: int) -> Heads:
    """Each word's head (their number for the root) and the number of its label, always by the best next choice."""
    walk = Walk(traits, tags, home)
    scores, slots, take = weights.scores, TEMPLATES.slots, walk.take
    while not walk.done:
        told = scores(slots(np.array(walk.facts(), dtype=np.uint64)))
        take(int((told + allowed(walk)).argmax()))
    return walk.heads, walk.labels
