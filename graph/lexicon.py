"""Reads a lexicon file: tab-separated rows, sorted, under comment lines that say where they came from.

The last comment line names the columns. An empty cell is "".
"""

from collections.abc import Iterator
from importlib.resources.abc import Traversable

import msgspec

from graph.errors import KnowledgeError

COMMENT = "#"


def entries[Entry: tuple[object, ...]](file: Traversable, form: type[Entry]) -> Iterator[tuple[str, Entry]]:
    """The rows as entries of a named tuple, each after its place ("file:line", for errors), in the file's order.

    Raises: KnowledgeError naming file and line where a row does not have the form, is padded or out of order.
    """
    columns = "\t".join(getattr(form, "_fields", ()))
    heading, previous = "", ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{file.name}:{number}"
        if line.startswith(COMMENT):
            heading = line.removeprefix(COMMENT).strip()
            continue
        if heading != columns:
            raise KnowledgeError(place, f"the comment above names the columns {heading!r}", f"they are {columns!r}")
        if line.split("\t") <= previous.split("\t"):
            raise KnowledgeError(place, "a row out of order, or there twice", "sort the file's rows")
        yield place, _entry(place, line.split("\t"), form)
        previous = line


def _entry[Entry](place: str, cells: list[str], form: type[Entry]) -> Entry:
    if any(cell != cell.strip() for cell in cells):
        raise KnowledgeError(place, "a cell with spaces at its edge", "take them away")
    try:
        return msgspec.convert(cells, form)
    except msgspec.ValidationError as error:
        raise KnowledgeError(
            place, str(error), "part the cells with single tabs, as the comment above names them"
        ) from error
