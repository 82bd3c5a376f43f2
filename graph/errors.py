"""The few ways in which Ravabet fails; each message names the place and the cure."""


class RavabetError(Exception):
    """Something that the user can understand and mend.

    `place` says where (a file and line, a URL, an article id); `problem` what is wrong there; `cure` what to do.
    """

    def __init__(self, place: str, problem: str, cure: str = "") -> None:
        super().__init__(place, problem, cure)
        self.place, self.problem, self.cure = place, problem, cure

    def __str__(self) -> str:
        told = f"{self.place}: {self.problem}"
        return f"{told}; {self.cure}" if self.cure else told


class SourceError(RavabetError):
    """A source (file, folder, page, feed, URL) or an article in it that cannot be read."""


class ArchiveError(RavabetError):
    """An archive that cannot be opened, is not one, or was written by a newer Ravabet."""


class KnowledgeError(RavabetError):
    """A lexicon, rule or question file that breaks its own form."""


class ServerError(RavabetError):
    """A Neo4j server that does not answer, refuses us, or lacks the database."""


class QuestionError(RavabetError):
    """A question that cannot be asked so: unknown name, missing or malformed parameter."""


class AmbiguousNameError(QuestionError):
    """A name that fits several actors; `candidates` lists them, best first."""

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        self.candidates = candidates
        super().__init__(f"«{name}»", "fits more than one actor", "say which: " + "، ".join(candidates))
