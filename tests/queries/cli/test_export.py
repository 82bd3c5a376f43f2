"""`ravabet export` and `ravabet validate`."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def carry(run, archive_file: Path):
    def carry(*args: str | Path, **env: str):
        return run(*args, "--archive", archive_file, **env)

    return carry


@pytest.mark.parametrize("form", ["nq", "trig", "nt", "ttl", "jsonld", "gexf", "graphml"])
def test_the_ending_tells_the_form_and_equal_archives_give_equal_bytes(form: str, carry, tmp_path: Path) -> None:
    first, second = tmp_path / f"یک.{form}", tmp_path / f"2.{form}"

    assert carry("export", "--to", first).exit_code == 0
    assert carry("export", "--to", second).exit_code == 0
    assert first.read_bytes() == second.read_bytes() != b""


def test_an_export_goes_to_standard_output_too(carry, tmp_path: Path) -> None:
    told = carry("export", "--to", "-", "--form", "ttl")
    carry("export", "--to", tmp_path / "graph.ttl")

    assert told.stdout_bytes == (tmp_path / "graph.ttl").read_bytes()


def test_tables_go_into_a_folder(carry, tmp_path: Path) -> None:
    told = carry("export", "--to", tmp_path / "tables", "--form", "csv")

    assert told.exit_code == 0
    assert {"articles.csv", "statements.csv", "relations.csv"} <= {
        file.name for file in (tmp_path / "tables").iterdir()
    }


def test_a_network_can_be_narrowed(carry) -> None:
    told = carry("export", "--to", "-", "--form", "graphml", "--actor", "روسیه", "--type", "AID").stdout

    assert "RU-AID-IR" in told
    assert "US" not in told


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--to", "graph.doc"], "its ending tells no form"),
        (["--to", "-"], "its ending tells no form"),
        (["--to", "-", "--form", "csv"], "csv is several tables"),
        (["--to", "graph.nq", "--actor", "ایران"], "--actor means nothing for nq"),
        (["--to", "graph.gexf", "--excel"], "--excel means nothing for gexf"),
    ],
)
def test_an_export_that_cannot_be_meant_is_wrong_usage(args: list[str], told: str, carry) -> None:
    answer = carry("export", *args)

    assert answer.exit_code == 2
    assert told in answer.stderr


def test_an_export_to_nowhere_is_told(carry, tmp_path: Path) -> None:
    answer = carry("export", "--to", tmp_path / "no" / "such" / "graph.nq")

    assert answer.exit_code == 1
    assert answer.stderr.count("\n") == 1


def test_a_sound_archive_and_its_export_are_valid(carry, tmp_path: Path) -> None:
    carry("export", "--to", tmp_path / "graph.nq")

    of_archive, of_file = carry("validate"), carry("validate", tmp_path / "graph.nq")

    assert (of_archive.exit_code, of_archive.stdout) == (0, "")
    assert (of_file.exit_code, of_file.stdout) == (0, "")
    assert "sound" in of_file.stderr


def test_what_is_amiss_is_printed_and_the_exit_code_is_1(carry, tmp_path: Path) -> None:
    carry("export", "--to", tmp_path / "graph.nq")
    lines = (tmp_path / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    broken = [line for line in lines if "schema.org/articleBody" not in line]
    (tmp_path / "broken.nq").write_text("".join(broken), encoding="utf-8")

    told = carry("validate", tmp_path / "broken.nq", "--lang", "en")

    assert told.exit_code == 1
    assert {json.loads(line)["article"] for line in told.stdout.splitlines()} == {"a-1", "a-2", "a-3"}
