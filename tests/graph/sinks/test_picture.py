import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from graph.actors import actors
from graph.archive import Archive
from graph.errors import QuestionError, RavabetError
from graph.event_labels import event_label
from graph.facts import Article, Evidence, Facts, Relation, Speaker, Statement
from graph.plover import event_types
from graph.sinks.picture import FORMS, MOST, draw
from graph.sinks.picture_words import Language, selected
from graph.sinks.selection import Selection

COOPERATION, CONFLICT, NEUTRAL = "#0072b2", "#d55e00", "#767676"


def drawn(
    archive: Archive, chosen: Selection | None = None, language: Language = "fa", *, statements: bool = False
) -> str:
    stream = io.BytesIO()
    draw(archive, stream, "svg", chosen, language=language, statements=statements)
    return stream.getvalue().decode()


def texts(picture: str) -> list[str]:
    """What is written in a picture; matplotlib notes it beside the letters' outlines."""
    return [text.strip() for text in re.findall("<!--(.*?)-->", picture, re.DOTALL)]


def related(path: Path, pairs: list[tuple[str, str]]) -> Archive:
    """An archive of one meeting for each pair."""
    archive = Archive.open(path, create=True)
    text = "دو کشور دیدار کردند"
    for n, (source, target) in enumerate(pairs):
        met = Relation(f"{n}", source, target, "CONSULT", Evidence(f"{n}", 0, len(text), text, "test"))
        archive.put(Article(f"{n}", text), Facts(f"{n}", (), (met,)), extractor="test")
    return archive


@pytest.mark.parametrize("form", FORMS)
def test_two_pictures_are_the_same_bytes(archive: Archive, form: str) -> None:
    pictures = [io.BytesIO(), io.BytesIO()]
    for picture in pictures:
        draw(archive, picture, form, statements=True)

    assert pictures[0].getvalue() == pictures[1].getvalue()


def test_another_process_draws_the_same_bytes(archive: Archive) -> None:
    told = (
        "import sys; from pathlib import Path; from graph.archive import Archive; from graph.sinks.picture import draw;"
    )
    told += "draw(Archive.open(Path(sys.argv[1])), sys.stdout.buffer, 'svg')"
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": str(Path(__file__).parents[3])}

    done = subprocess.run([sys.executable, "-c", told, str(archive.path)], capture_output=True, check=True, env=env)

    assert done.stdout.decode() == drawn(archive)


def test_a_png_opens_and_is_not_blank(archive: Archive, tmp_path: Path) -> None:
    draw(archive, tmp_path / "شبکه.png", "png")

    with Image.open(tmp_path / "شبکه.png") as picture:
        colors = picture.convert("RGB").getcolors(maxcolors=1 << 24) or []
    assert {(0xC9, 0xD6, 0xE2), (0xF0, 0xDF, 0xA8)} <= {color for _, color in colors}


def test_an_svg_brings_its_letters_along_and_names_no_day(archive: Archive) -> None:
    picture = drawn(archive)

    root = ElementTree.fromstring(picture)
    assert not list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert "<dc:date>" not in picture


def test_cooperation_and_conflict_differ_in_dashes_too(archive: Archive) -> None:
    lines = re.findall(r"<path [^>]*style=\"(fill: none;[^\"]*)\"", drawn(archive, statements=True))

    def dashed(color: str) -> set[bool]:
        return {"stroke-dasharray" in style for style in lines if f"stroke: {color}" in style}

    assert dashed(COOPERATION) == {False}
    assert dashed(CONFLICT) == {True}
    assert dashed(NEUTRAL) == {True}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("fa", ["شبکهٔ روابط", "ایران", "آمریکا", "+ همکاری", "− تعارض", "کشور", "نهاد بین‌المللی"]),
        ("en", ["Diplomatic network", "Iran", "United States", "+ cooperation", "− conflict", "country"]),
    ],
)
def test_names_title_and_legend_are_in_the_language(language: Language, names: list[str], archive: Archive) -> None:
    written = texts(drawn(archive, language=language))

    assert [name for name in names if name not in written] == []


def test_what_was_selected_stands_below_the_title(archive: Archive) -> None:
    chosen = Selection(date(2020, 1, 1), date(2023, 12, 31), frozenset({"IR"}), frozenset({"ACCUSE", "THREATEN"}))

    assert "۲ کشور و نهاد، ۳ رابطه · از ۱۳۹۸/۱۰/۱۱ تا ۱۴۰۲/۱۰/۱۰ · ایران · محکوم کردن، تهدید" in re.sub(
        r"\s+", " ", " ".join(texts(drawn(archive, chosen)))
    )
    assert selected(chosen, "en") == "from 2020-01-01 to 2023-12-31 · Iran · accuse, threaten"


def test_only_the_kinds_that_are_there_are_explained(archive: Archive) -> None:
    written = texts(drawn(archive, Selection(types=frozenset({"SANCTION"}))))

    assert "− تعارض" in written
    assert not {"+ همکاری", "نهاد بین‌المللی", "گوینده"} & set(written)


def test_speakers_are_drawn_with_what_they_speak_about(archive: Archive) -> None:
    written = texts(drawn(archive, statements=True))

    assert {"سارا مهرجو", "گوینده", "گفته دربارهٔ …"} <= set(written)


def test_of_too_many_nodes_the_busiest_are_drawn(tmp_path: Path) -> None:
    codes = [code for code in sorted(actors()) if code != "IR"][: MOST + 10]
    with related(tmp_path / "many.db", [("IR", code) for code in codes]) as archive:
        written = " ".join(texts(drawn(archive)))

    assert "۱۵۰ کشور و نهاد (از ۱۶۱)، ۱۴۹ رابطه" in written


def test_a_selection_that_nothing_fits_is_told(archive: Archive, tmp_path: Path) -> None:
    chosen = Selection(since=date(2050, 1, 1), actors=frozenset({"IR"}))

    with pytest.raises(QuestionError, match="would be empty: no relation fits from 2050-01-01 · Iran; select more"):
        draw(archive, tmp_path / "none.svg", "svg", chosen)

    assert not (tmp_path / "none.svg").exists()


def test_an_archive_without_relations_is_told(filled: Callable[[int], Archive], tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="no relation fits the whole archive"):
        draw(filled(0), tmp_path / "none.svg", "svg")


def test_an_unknown_form_is_refused(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(RavabetError, match="«gif»: is no form of a picture that I know; it is one of svg, png"):
        draw(archive, tmp_path / "picture.gif", "gif")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", ["$x$ $", "<b>&--", "😀\u202e\x01", "\u200c", "نام " * 60, "ن" * 300, "a\nb\rc"])
def test_any_name_can_be_drawn(name: str, tmp_path: Path) -> None:
    text = f"{name} گفت ایران"
    whole = Evidence("odd", 0, len(text), text, "test")
    said = Statement("odd", Speaker("person", (name,)), None, None, "گفت", "say", ((0, 3),), "direct", ("IR",), whole)
    with Archive.open(tmp_path / "odd.db", create=True) as archive:
        archive.put(Article("odd", text), Facts("odd", (said,)), extractor="test")

        picture = drawn(archive, statements=True)

    ElementTree.fromstring(picture)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_every_event_type_has_a_name_of_its_own(language: Language) -> None:
    names = {event_label(name, language) for name in event_types()}

    assert len(names) == len(event_types())
    assert not names & set(event_types())
