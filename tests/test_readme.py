"""What the README tells people to type works as it stands."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RAVABET = Path(sys.executable).with_name("ravabet")


def commands(heading: str) -> list[str]:
    """The `ravabet` lines of the first shell block under a heading, without comments."""
    block = re.search(rf"^## {heading}\n.*?```sh\n(.*?)```", README, re.DOTALL | re.MULTILINE)
    assert block, f"README has no shell block under «{heading}»"
    return [line.split("  #")[0].strip() for line in block[1].splitlines() if line.startswith("ravabet ")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the README's commands speak of."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copytree(ROOT / "samples", folder / "my-articles")
    shutil.copy(ROOT / "samples" / "telegram.jsonl", folder / "news.jsonl")
    return folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    arguments = shlex.split(line)[1:]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("NEO4J_", "RAVABET_"))}
    return subprocess.run(
        [str(RAVABET), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_five_commands_to_try_work_in_their_order(desk: Path) -> None:
    lines = commands("Five to try")

    assert len(lines) == 5
    fact = ""
    for line in lines:
        done = run(line.replace("FACT-ID", fact), desk)
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert done.stdout or "read" in line or "draw" in line, f"{line} answers nothing"
        fact = next(iter(re.findall(r"\bf[0-9a-f]{20}\b", done.stdout)), fact)
    assert (desk / "network.svg").read_text(encoding="utf-8").startswith("<?xml")


def test_the_makefile_has_the_two_commands() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    for target in re.findall(r"^make (\w+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
