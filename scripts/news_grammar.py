"""Sentences of diplomatic news by a small grammar of our own, with their parses: what treebanks rarely show."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from graph.letters import ZWNJ


@dataclass(frozen=True)
class Node:
    """A word with its dependents before and behind it; `label` is what it is to its head."""

    word: str
    tag: str
    label: str
    before: tuple["Node", ...] = ()
    behind: tuple["Node", ...] = ()

    def to(self, label: str, *before: "Node") -> "Node":
        """The same as another's dependent, with some before it."""
        return Node(self.word, self.tag, label, (*before, *self.before), self.behind)

    def plus(self, *behind: "Node") -> "Node":
        return Node(self.word, self.tag, self.label, self.before, (*self.behind, *behind))

    def first(self, *before: "Node") -> "Node":
        return Node(self.word, self.tag, self.label, (*before, *self.before), self.behind)


type Row = tuple[str, str, int, str]
"""A word, its tag, the place of its head (-1 for the root) and its label."""

_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_WIDE = ("وزارت", "دولت", "مجلس", "وزیر")  # what a country behind belongs to, not to the office before


class Grammar:
    """Makes sentences, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def sentences(self, number: int) -> Iterator[list[Row]]:
        for _ in range(number):
            root = self.clause(0).to("root")
            if self._chance(0.12):
                outlet = _word(self._pick(("خبرگزاری", "ایسنا", "مهر", "رویترز")), "NOUN", "nmod")
                source = _noun("گزارش", "obl", case="به").plus(outlet)
                root = root.first(source, _mark("،"))
            yield _rows(root.plus(_mark(".")))

    def _pick(self, among: Sequence[str]) -> str:
        return among[self._random.randrange(len(among))]

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def country(self) -> Node:
        if self._chance(0.03):
            return _word("کره", "NOUN", "nmod").plus(_word(self._pick(("شمالی", "جنوبی")), "ADJ", "amod"))
        if self._chance(0.05):
            return _word("جمهوری", "NOUN", "nmod").plus(_word("اسلامی", "ADJ", "amod"), _word("ایران", "NOUN", "nmod"))
        if self._chance(0.05):
            return _word("ایالات", "NOUN", "nmod").plus(_word("متحده", "ADJ", "amod"))
        if self._chance(0.06):
            return _word("کشور", "NOUN", "nmod").first(_word("این", "DET", "det"))
        return _word(self._pick(_WORDS["countries"]), "NOUN", "nmod")

    def party(self, depth: int = 0) -> Node:
        """A state, or one who acts for it."""
        kind = self._random.random()
        if kind < 0.32:
            found = self.country()
        elif kind < 0.42:
            found = _noun(self._pick(("مقام‌های", "نیروهای", "دیپلمات‌های", "جنگنده‌های", "همتای", "مقامات")), "nmod")
            found = found.plus(_word(self._pick(_WORDS["adjectives"]), "ADJ", "amod"))
        else:
            found = self.office()
        if depth < 1 and self._chance(0.10):
            found = found.plus(self.party(1).to("conj", _word("و", "CCONJ", "cc")))
        if depth < 1 and self._chance(0.06):
            found = found.plus(self.relative())
        return found

    def office(self) -> Node:
        head, *rest = self._pick(_WORDS["offices"]).split()
        country = self.country()
        held = [country]
        for part in reversed(rest):
            if part in _WIDE:
                held = [_word(part, "NOUN", "nmod").plus(*held)]
            elif part in ("خارجه", "ویژه", "دریایی"):
                held = [_word(part, "ADJ", "amod"), *held]
            elif part in ("امور", "نیروی"):
                own = [node for node in held if node.label == "amod"]
                kept = [node for node in held if node.label != "amod"]
                held = [_word(part, "NOUN", "nmod").plus(*own), *kept]
            else:
                held = [_word(part, "NOUN", "nmod"), *held]
        found = _word(head, "NOUN", "nmod").plus(*held)
        if head == "سفیر" and self._chance(0.7):
            found = found.plus(self.place("nmod"))
        if head in ("وزیر", "رئیس‌جمهور", "نخست‌وزیر", "سخنگوی", "رئیس") and self._chance(0.3):
            name = _word(self._pick(_WORDS["names"]), "NOUN", "nmod")
            name = name.plus(_word(self._pick(_WORDS["surnames"]), "NOUN", "flat"))
            return name.plus(_mark("،"), found.to("appos")) if self._chance(0.6) else name.plus(found.to("appos"))
        return found

    def relative(self) -> Node:
        verb = _word("است", "AUX", "aux")
        clause = _word("کرده", "VERB", "acl").first(
            _word("که", "SCONJ", "mark"),
            self.country().to("obl", _word("به", "ADP", "case")),
            _word("سفر", "NOUN", "lvc"),
        )
        return clause.plus(verb)

    def place(self, label: str) -> Node:
        node = _word(self._pick(_WORDS["cities"]), "NOUN", label) if self._chance(0.6) else self.country().to(label)
        return node.first(_word("در", "ADP", "case"))

    def topic(self) -> Node:
        if self._chance(0.3):
            return self.deed()
        words = self._pick(_WORDS["topics"]).split()
        if "با" in words:
            return _word("مبارزه", "NOUN", "nmod").plus(_noun("تروریسم", "nmod", case="با"))
        if words[0] == "آخرین":
            return _word("تحولات", "NOUN", "nmod").first(_word("آخرین", "ADJ", "amod")).plus(self.country())
        adjectives = ("دوجانبه", "هسته‌ای", "اخیر", "اقتصادی", "نظامی")
        behind = [
            _word(word, "ADJ", "amod") if word in adjectives else _word(word, "NOUN", "nmod") for word in words[1:]
        ]
        return _word(words[0], "NOUN", "nmod").plus(*behind)

    def deed(self) -> Node:
        """A noun that names an act, with one or two parties."""
        noun, *marks = self._pick(_WORDS["deeds"]).split()
        found = _word(noun, "NOUN", "nmod")
        if self._chance(0.2):
            found = found.plus(_word(self._pick(("اخیر", "نظامی", "سیاسی", "اقتصادی", "تازه")), "ADJ", "amod"))
        if self._chance(0.75):
            found = found.plus(self.country() if self._chance(0.7) else self.party(1))
        if self._chance(0.7):
            found = found.plus(self.marked(marks, self.country() if self._chance(0.7) else self.party(1), "nmod"))
        return found

    def marked(self, marks: Sequence[str], node: Node, label: str) -> Node:
        """A phrase behind its preposition, one of several words too («در قبال»)."""
        if len(marks) == 1:
            return node.to(label, _word(marks[0], "ADP", "case"))
        return _noun(marks[1], label, case=marks[0]).plus(node.to("nmod"))

    def thing(self) -> Node:
        kind = self._random.random()
        if kind < 0.4:
            return self.deed()
        if kind < 0.5:
            found = _word(self._pick(("تصمیم", "اقدام", "پیشنهاد", "بیانیه", "طرح")), "NOUN", "nmod")
            return found.first(_word("این", "DET", "det"))
        return self.party() if kind < 0.8 else self.topic()

    def beside(self) -> list[Node]:
        """Where, when and on which occasion."""
        found = []
        if self._chance(0.2):
            found.append(_word("روز", "NOUN", "obl").plus(_word(self._pick(_WORDS["days"]), "NOUN", "nmod")))
        if self._chance(0.2):
            found.append(self.place("obl"))
        if self._chance(0.3):
            found.append(self.occasion())
        self._random.shuffle(found)
        return found

    def occasion(self) -> Node:
        kind = self._pick(_WORDS["occasions"])
        if kind == "در نشست خبری":
            return _noun("نشست", "obl", case="در").plus(_word("خبری", "ADJ", "amod"))
        if kind in ("در دیدار با", "در گفت‌وگو با", "در واکنش به"):
            case, noun, mark = kind.split()
            return _noun(noun, "obl", case=case).plus(self.marked([mark], self.party(1), "nmod"))
        if kind == "در جریان سفر به":
            trip = _word("سفر", "NOUN", "nmod").plus(self.marked(["به"], self.country(), "nmod"))
            return _noun("جریان", "obl", case="در").plus(trip)
        if kind == "پس از":
            return self.deed().to("obl", _word("پس", "ADP", "case"), _word("از", "ADP", "case"))
        deed = self.deed()
        return deed.to("obl", _word("در", "ADP", "case")) if kind == "در" else _noun("پی", "obl", case="در").plus(deed)

    def clause(self, depth: int) -> Node:
        """A clause, whose head has still to be told what it is."""
        noun, verb, *takes = self._pick(_WORDS["verbs"]).split()
        deedlike = verb in ("شد",) or noun in ("ادامه",)
        told, ahead = list[Node](), self.beside()
        for take in takes:
            if take == "را":
                told.append(self.thing().to("obj").plus(_word("را", "POSTP", "case")))
            elif take not in ("که", ":", "-"):
                told.append(self._taken(take))
        tell = next((take for take in takes if take in ("که", ":")), "")
        if tell and depth > 1:
            return self.clause(depth)
        if noun == "-" and verb == "خواند":
            told.append(_word(self._pick(("غیرقانونی", "مثبت", "سازنده", "خطرناک")), "ADJ", "xcomp"))
        subject = (self.deed() if deedlike else self.party()).to("nsubj")
        front = [subject, *ahead, *told] if self._chance(0.8) else [*ahead, subject, *told]
        if depth and self._chance(0.15):
            front.remove(subject)
        head = self._verb(noun, verb).first(*front)
        if tell == ":":
            return head.plus(_mark(":"), self.clause(depth + 1).to("ccomp"))
        if tell == "که":
            clause = self.clause(depth + 1)
            return head.plus(clause.to("ccomp", _word("که", "SCONJ", "mark")))
        if depth < 1 and self._chance(0.15):
            return head.plus(self.clause(2).to("conj", _word("و", "CCONJ", "cc")))
        return head

    def _taken(self, mark: str) -> Node:
        node = self.topic() if mark in ("درباره", "بر") else self.thing() if mark in ("از", "به") else self.party()
        if mark == "میان":
            node = self.country().plus(self.country().to("conj", _word("و", "CCONJ", "cc")))
        if mark == "درباره" and self._chance(0.3):
            return _noun(self._pick(("مورد", "خصوص")), "obl", case="در").plus(node)
        if mark == "درباره" and self._chance(0.2):
            return _noun("سر", "obl", case="بر").plus(node)
        if mark == "علیه" and self._chance(0.2):
            return _noun("برابر", "obl", case="در").plus(node)
        return node.to("obl", _word(mark, "ADP", "case"))

    def _verb(self, noun: str, verb: str) -> Node:
        before = [] if noun == "-" else [_word(noun, "NOUN", "lvc")]
        auxiliary, _, main = verb.rpartition("_")
        found = _word(main, "VERB", "root")
        if auxiliary:
            found = found.first(_word(auxiliary, "AUX", "aux"))
        if main == "است":
            found = _word(auxiliary, "VERB", "root").plus(_word(main, "AUX", "aux"))
        if verb == "کرد" and self._chance(0.25):
            found = _word("کرده", "VERB", "root").plus(_word("است", "AUX", "aux"))
        elif verb == "کرد" and self._chance(0.25):
            found = _word(self._pick((f"می{ZWNJ}کند", f"می{ZWNJ}کنند", "کردند", "کند")), "VERB", "root")
        return found.first(*before)


def _word(word: str, tag: str, label: str) -> Node:
    return Node(word, tag, label)


def _noun(word: str, label: str, case: str = "") -> Node:
    return Node(word, "NOUN", label, (_word(case, "ADP", "case"),) if case else ())


def _mark(word: str) -> Node:
    return Node(word, "PUNCT", "punct")


def _rows(root: Node) -> list[Row]:
    rows: list[Row] = []
    _laid(root, rows)
    return rows


def _laid(node: Node, rows: list[Row]) -> int:
    """Appends a node's words to the rows, and tells the place of its own."""
    below = [_laid(child, rows) for child in node.before]
    place = len(rows)
    rows.append((node.word, node.tag, -1, node.label))
    below += [_laid(child, rows) for child in node.behind]
    for child in below:
        word, tag, _, label = rows[child]
        rows[child] = (word, tag, place, label)
    return place
