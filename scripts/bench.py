"""Speed and memory of the whole extraction beside hazm alone, on the same articles in the same run.

    python scripts/bench.py ARTICLES.jsonl [--rounds 3]

The yardstick is what hazm takes to normalise, cut into sentences and tokenise the same text. Each side runs in a
process of its own, in turn; building lexicons and tables is counted apart. Ratio above 1: Ravabet is the faster.
"""

import argparse
import json
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from graph.facts import Article


class Run(NamedTuple):
    """CPU seconds to build and to work, peak memory in MB, and how many sentences and facts came out."""

    build: float
    work: float
    peak: float
    sentences: int
    facts: int


def ravabet(articles: list[Article]) -> Callable[[Article], tuple[int, int]]:
    from ingest.pipeline import extract
    from ingest.reading import read

    extract(articles[0])

    def work(article: Article) -> tuple[int, int]:
        facts = extract(article)
        return len(read(article).sentences), len(facts.statements) + len(facts.relations)

    return work


def hazm(_: list[Article]) -> Callable[[Article], tuple[int, int]]:
    from hazm import Normalizer, SentenceTokenizer, WordTokenizer

    normalizer, sentences, words = Normalizer(), SentenceTokenizer(), WordTokenizer(join_verb_parts=False)

    def work(article: Article) -> tuple[int, int]:
        found = sentences.tokenize(normalizer.normalize(article.text))
        for sentence in found:
            words.tokenize(sentence)
        return len(found), 0

    return work


SIDES = {"ravabet": ravabet, "hazm": hazm}


def run(side: str, articles: list[Article]) -> Run:
    """One side's run over all articles, in this process."""
    start = time.process_time()
    work = SIDES[side](articles)
    built = time.process_time()
    counts = [work(article) for article in articles]
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Run(built - start, done - built, peak, sum(n for n, _ in counts), sum(n for _, n in counts))


def apart(side: str, articles: list[Article]) -> Run:
    """The same in a fresh process, so that neither side inherits the other's memory or caches."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(run, (side, articles))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="JSON Lines with a `text` a line")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = [Article(str(row.get("id", n)), row["text"], row.get("outlet")) for n, row in enumerate(rows)]
    characters = sum(len(article.text) for article in articles)
    print(f"{len(articles)} articles, {characters:,} characters, {options.rounds} rounds, medians of CPU time")
    rounds = [{side: apart(side, articles) for side in SIDES} for _ in range(options.rounds)]
    for side in SIDES:
        runs = [each[side] for each in rounds]
        work = statistics.median(each.work for each in runs)
        print(
            f"{side:8} {len(articles) / work:9,.0f} articles/s {runs[0].sentences / work:10,.0f} sentences/s "
            f"{characters / work / 1e6:6.2f} Mchar/s  build {statistics.median(each.build for each in runs):5.2f} s  "
            f"peak {max(each.peak for each in runs):5.0f} MB  {runs[0].facts:6,} facts"
        )
    ratio = statistics.median(each["hazm"].work / each["ravabet"].work for each in rounds)
    print(f"ratio    {ratio:.2f}  (hazm's time / Ravabet's; above 1 Ravabet is faster)")


if __name__ == "__main__":
    main()
