"""`ravabet draw`."""

from pathlib import Path

import pytest


@pytest.fixture
def draw(run, archive_file: Path):
    def draw(*args: str | Path, **env: str):
        return run("draw", *args, "--archive", archive_file, **env)

    return draw


def test_a_picture_appears_as_svg_the_same_each_time(draw, tmp_path: Path) -> None:
    first, second = tmp_path / "شبکه.svg", tmp_path / "2.svg"

    assert draw("--to", first).exit_code == 0
    assert draw("--to", second).exit_code == 0
    assert first.read_bytes() == second.read_bytes()
    assert first.read_text(encoding="utf-8").startswith("<?xml")


def test_a_picture_appears_as_png_on_standard_output(draw) -> None:
    told = draw("--to", "-", "--form", "png", "--actor", "روسیه", "--lang", "en")

    assert told.exit_code == 0
    assert told.stdout_bytes.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("args", "code", "problem"),
    [
        (["network.jpg"], 2, "its ending tells no form"),
        (["network.svg", "--actor", "رضایی"], 1, "fits more than one actor"),
        (["network.svg", "--since", "1450"], 1, "no relation fits"),
    ],
)
def test_what_cannot_be_drawn_is_told(args: list[str], code: int, problem: str, draw, tmp_path: Path) -> None:
    told = draw("--to", tmp_path / args[0], *args[1:])

    assert told.exit_code == code
    assert problem in told.stderr
    assert not list(tmp_path.glob("network*"))
