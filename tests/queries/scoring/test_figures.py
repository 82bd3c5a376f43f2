"""The guide's figures, on an example counted by hand."""

from queries.scoring.figures import Share, Tally, figures
from queries.scoring.verdicts import Comparison, compare


def test_figures_are_those_of_the_guide(comparison: Comparison) -> None:
    told = {
        measure: (figure.precision, figure.recall, figure.f1) if isinstance(figure, Tally) else figure.share
        for measure, figure in figures(comparison)
    }

    assert told == {
        "span": (0.6667, 0.6667, 0.6667),  # two of three found, two of three right
        "attribution": (0.3333, 0.3333, 0.3333),  # one of them given to its speaker
        "country_accuracy": 0.5,
        "type_accuracy": 0.5,
        "relation_quad": (0.6667, 1.0, 0.8),  # refusing and condemning are of one quad class
        "relation_type": (0.3333, 0.5, 0.4),
    }


def test_an_article_without_prediction_counts_as_empty(comparison: Comparison) -> None:
    (_, span), *_ = figures(comparison)

    assert span == Tally(gold=3, found=2, predicted=3, right=2)


def test_where_there_is_nothing_figures_are_nought_and_shares_unknown() -> None:
    told = dict(figures(compare([])))

    assert told["span"] == Tally(0, 0, 0, 0)
    assert (told["span"].precision, told["span"].recall, told["span"].f1) == (0, 0, 0)
    assert told["country_accuracy"] == Share(0, 0)
    assert told["country_accuracy"].share is None
