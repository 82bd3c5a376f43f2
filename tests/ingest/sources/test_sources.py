import os
from pathlib import Path

import pytest

from graph.errors import SourceError
from graph.facts import Article
from ingest.sources import Unreadable, articles

NEWS = "خبر نخست\nوزیر خارجه گفت: می‌آییم."


def tree(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


def test_a_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    tree(
        tmp_path,
        b_dot_txt=NEWS,
        a__z_dot_txt=NEWS,
        a__c_dot_jsonl='{"id": "7", "text": "متن"}',
        c_dot_csv="id,text\n8,متن",
    )

    ids = [item.id for item in articles(str(tmp_path)) if isinstance(item, Article)]

    assert ids == ["7", "a/z.txt", "b.txt", "8"]


def test_ids_do_not_depend_on_where_the_folder_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path / "here", a__b_dot_txt=NEWS)
    tree(tmp_path / "there" / "deep", a__b_dot_txt=NEWS)
    monkeypatch.chdir(tmp_path / "here")

    ids = [[item.id for item in articles(f"{root}") if isinstance(item, Article)] for root in (".", "../there/deep/")]

    assert ids == [["a/b.txt"], ["a/b.txt"]]


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    tree(tmp_path, a_dot_txt="", b_dot_html="<html>", c_dot_txt=NEWS)
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")

    items = list(articles(str(tmp_path)))

    assert [type(item) for item in items] == [Unreadable, Unreadable, Article, Unreadable]
    assert [Path(item.source or "").name for item in items] == ["a.txt", "b.html", "c.txt", "d.txt"]


def test_two_articles_under_one_id_are_not_taken_for_one(tmp_path: Path) -> None:
    header = "نشانی: https://example.org/1\n\n"
    tree(tmp_path, a_dot_txt=header + NEWS, b_dot_txt=header + NEWS, c_dot_txt=header + "خبری دیگر")

    first, same, other = articles(str(tmp_path))

    assert isinstance(first, Article)
    assert isinstance(same, Article)
    assert isinstance(other, Unreadable)
    assert "https://example.org/1" in other.problem
    assert str(tmp_path / "a.txt") in other.problem


def test_what_browsers_and_systems_leave_about_is_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, a_dot_txt=NEWS, page_dot_html="<p>x", page_files__ad_dot_html="<p>x", b_files__c_dot_txt=NEWS)
    tree(tmp_path, _dot_git__x_dot_txt=NEWS, x_dot_png="", README_dot_md=NEWS, _dot_hidden_dot_txt=NEWS)

    names = [Path(item.source or "").relative_to(tmp_path).as_posix() for item in articles(str(tmp_path))]

    assert names == ["a.txt", "b_files/c.txt", "page.html"]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    tree(tmp_path, a_dot_txt=NEWS)
    (tmp_path / "again").symlink_to(tmp_path)

    assert len(list(articles(str(tmp_path)))) == 1


def test_a_file_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(NEWS)

    (item,) = articles(str(tmp_path))

    assert isinstance(item, Unreadable)
    assert (item.problem, item.cure) == ("its name is not UTF-8", "rename it")


@pytest.mark.parametrize(
    ("source", "problem", "cure"),
    [
        ("no/such/file.txt", "no such file", "spelling"),
        ("www.azmoon.example/1", "no such file", "https://www.azmoon.example/1"),
        ("azmoon.ir/news", "no such file", "https://azmoon.ir/news"),
        ("ftp://azmoon.example/1", "«ftp»", "http or https"),
        ("file:///etc/passwd", "«file»", "a path"),
        ("neo4j://x", "«neo4j»", "http or https"),
        ("", "no such file", "spelling"),
        ("a\0b", "no such file", "spelling"),
        ("x" * 5000, "no such file", "spelling"),
    ],
)
def test_what_is_no_source_is_told_at_once(source: str, problem: str, cure: str) -> None:
    with pytest.raises(SourceError) as caught:
        articles(source)

    assert problem in caught.value.problem
    assert cure in caught.value.cure


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no articles in this folder"):
        articles(str(tmp_path))
