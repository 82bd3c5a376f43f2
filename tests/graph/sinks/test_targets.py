import io
import os
import stat
from pathlib import Path

import pytest

from graph.errors import RavabetError
from graph.sinks.targets import written


def test_a_stream_is_written_to_as_it_is() -> None:
    stream = io.BytesIO()

    with written(stream) as target:
        target.write(b"whole")

    assert stream.getvalue() == b"whole"


def test_a_file_appears_whole_and_alone(tmp_path: Path) -> None:
    with written(tmp_path / "خروجی.nq") as target:
        target.write(b"whole")
        assert not (tmp_path / "خروجی.nq").exists()

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("خروجی.nq", b"whole")]


def test_a_file_keeps_what_it_held_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "export.nq").write_bytes(b"before")

    with pytest.raises(TypeError), written(tmp_path / "export.nq") as target:
        target.writelines([b"half", "a str"])  # type: ignore[list-item]

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("export.nq", b"before")]


def test_a_file_keeps_its_permissions_and_a_new_one_gets_the_usual(tmp_path: Path) -> None:
    (tmp_path / "own.nq").touch(mode=0o640)
    (tmp_path / "usual").touch()

    for name in ("own.nq", "new.nq"):
        with written(tmp_path / name) as target:
            target.write(b"whole")

    assert stat.S_IMODE((tmp_path / "own.nq").stat().st_mode) == 0o640
    assert (tmp_path / "new.nq").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_goes_on_pointing_where_it_did(tmp_path: Path) -> None:
    (tmp_path / "real.nq").write_bytes(b"before")
    (tmp_path / "link.nq").symlink_to(tmp_path / "real.nq")

    with written(tmp_path / "link.nq") as target:
        target.write(b"after")

    assert (tmp_path / "link.nq").is_symlink()
    assert (tmp_path / "real.nq").read_bytes() == b"after"


def test_a_device_is_written_to_and_stays_one() -> None:
    with written(Path(os.devnull)) as target:
        target.write(b"gone")

    assert Path(os.devnull).is_char_device()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "export.nq"

    with pytest.raises(RavabetError, match=r"export\.nq: cannot be written: No such file"), written(nowhere):
        pass
    with pytest.raises(RavabetError, match="cannot be written: Is a directory"), written(tmp_path):
        pass
