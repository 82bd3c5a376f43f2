"""An article in, its facts out: the whole of reading on one page."""

from graph.facts import Article, Facts
from ingest import attributions, coreference, mentions, relations, statements, states
from ingest.reading import read

EXTRACTOR = "4"
"""Changes whenever the same text could yield other facts, so that archives know what to read again."""


def extract(article: Article) -> Facts:
    """What the article says was said by whom, and done by which country to which."""
    reading = read(article)
    named = states.find(reading)
    said = attributions.find(reading)
    people = mentions.find(reading, named)
    speakers = coreference.speakers(reading, people, said)
    told = statements.assemble(reading, said, speakers, named)
    done = relations.find(reading, named, told)
    return Facts(article.id, tuple(told), tuple(done))
