"""Linear choices over templates of small facts, each template's facts hashed together to one row of weights."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from zlib import compress, decompress

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.uint64]
type Slots = NDArray[np.int64]

BITS = 20  # of a slot, the place that a template's facts hash to
_WIDTH = 4  # facts in a template at most
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64)
_SHIFT = np.uint64(64 - BITS)
_BLOCK = 1 << 16
_SALT = 0x2545F4914F6CDD1D


class Templates:
    """Which facts are looked at together; facts are told by name, and given as numbers in the order of `names`."""

    def __init__(self, names: Sequence[str], templates: Sequence[str]) -> None:
        index = {name: place for place, name in enumerate(names)}
        self.empty = len(names)
        told = [[index[name] for name in template.split()] for template in templates]
        padded = [places + [self.empty] * (_WIDTH - len(places)) for places in told]
        size = self.empty + 1  # all facts come once for each factor, one after the other
        self._picks = np.array(padded, dtype=np.intp).T.copy() + size * np.arange(_WIDTH)[:, None]
        salts = [(place + 1) * _SALT & 0xFFFFFFFFFFFFFFFF for place in range(len(told))]
        self._salts = np.array(salts, dtype=np.uint64)

    def slots(self, facts: Numbers) -> Slots:
        """The slot of each template, given rows of facts, each with one number more that is 0."""
        mixed = (facts[..., None, :] * _FACTORS[:, None]).reshape(*facts.shape[:-1], -1)
        total: Numbers = np.add.reduce(mixed.take(self._picks, axis=-1), axis=-2)
        total ^= self._salts
        total *= _FACTORS[1]
        total >>= _SHIFT
        return total.view(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """`rows[index[slot]]` has a weight for each choice; row 0 is that of slots which tell nothing."""

    index: NDArray[np.int32]
    rows: NDArray[np.float32]

    def scores(self, slots: Slots) -> NDArray[np.float32]:
        """What the slots say for each choice; the last axis but one of `slots` stays."""
        found: NDArray[np.float32] = np.add.reduce(self.rows.take(self.index.take(slots), axis=0), axis=-2)
        return found


def packed(
    table: NDArray[np.float32], rows: int, faint: float = 0, fired: NDArray[np.int32] | None = None
) -> dict[str, Any]:
    """The weightiest rows of a table for a file: slots, how many weights each has, and these as choice and value.

    Weights below `faint` are left out; `fired` counts how often each row was asked, and makes it weigh more.
    """
    table = np.where(np.abs(table) < faint, np.float32(0), table)
    size = np.abs(table).sum(axis=1)
    if fired is not None:
        size *= np.sqrt(np.maximum(fired, 1))
    kept = np.sort(np.argsort(-size, kind="stable")[: min(rows, int((size > 0).sum()))])
    roots = np.sign(table[kept]) * np.sqrt(np.abs(table[kept]))  # small weights are told more finely than great ones
    scale = float(np.abs(roots).max()) / 127
    small = np.rint(roots / scale).astype(np.int8)
    places, choices = np.nonzero(small)
    counts = np.bincount(places, minlength=len(kept))
    return {
        "scale": scale,
        "slots": _text(np.diff(kept, prepend=0).astype("<u2")),
        "counts": _text(counts.astype(np.uint8)),
        "choices": _text(choices.astype(np.uint8)),
        "values": _text(small[places, choices]),
    }


def unpacked(told: dict[str, Any], choices: int) -> Weights:
    """Weights as `packed` tells them."""
    slots = np.cumsum(_array(told["slots"], "<u2"), dtype=np.int32)
    places = np.repeat(np.arange(1, len(slots) + 1, dtype=np.int32), _array(told["counts"], "u1"))
    rows = np.zeros((len(slots) + 1, choices), dtype=np.float32)
    kinds, values = _array(told["choices"], "u1"), _array(told["values"], "i1")
    for start in range(0, len(values), _BLOCK):  # all at once would take three times the memory of the rows
        block = slice(start, start + _BLOCK)
        roots = values[block].astype(np.float32) * told["scale"]
        rows[places[block], kinds[block]] = roots * np.abs(roots)
    index = np.zeros(1 << BITS, dtype=np.int32)
    index[slots] = np.arange(1, len(slots) + 1)
    return Weights(index, rows)


def _text(numbers: NDArray[Any]) -> str:
    return base64.b64encode(compress(numbers.tobytes(), 9)).decode("ascii")


def _array(text: str, kind: str) -> NDArray[Any]:
    return np.frombuffer(decompress(base64.b64decode(text)), dtype=kind)


@cache
def told(name: str) -> Any:
    """What a file of ingest/models says, by its name without ending."""
    return json.loads(files("ingest").joinpath("models", f"{name}.json").read_text(encoding="utf-8"))
