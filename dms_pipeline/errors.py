"""The one tree of errors: each carries what failed, on what, and a way out.

`code` is what the command line prints in brackets and JSON carries; it is the hyphenated name of the failure, not of
the class. `hint` is the way out, apart from the message, so that every reader can place it. Whatever a driver raises
is translated once, in `providers/<name>/errors.py`, with `from`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """A place in a pipeline file: the TOML path, and the file and the line and column from 1 where they are known."""

    path: str
    file: str | None = None
    line: int | None = None
    column: int | None = None

    @property
    def short(self) -> str:
        """The line alone, as in `retail.toml:24`; the path where no line is known."""
        return self.path if self.file is None or self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        """As people read it: `retail.toml:24, scopes.products.tables[3]`."""
        return self.path if self.short == self.path else f"{self.short}, {self.path}"


def told(code: str, message: str, location: Location | None, hint: str | None) -> str:
    """An error as text: its place behind its first line, before the facts, and the way out in a line of its own."""
    first, *facts = message.split("\n")
    where = f" ({location})" if location is not None and str(location) else ""
    return "\n".join([f"error[{code}]: {first}{where}", *facts, *([f"hint: {hint}"] if hint else [])])


class DmsError(Exception):
    """Something that the person who ran us can do something about."""

    code: ClassVar[str] = "failed"
    hint: str | None = None

    def __init__(self, message: str, *, hint: str | None = None, location: Location | str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.location = Location(path=location) if isinstance(location, str) else location
        if hint is not None:
            self.hint = hint

    def say(self, *, before: str = "", behind: str = "") -> None:
        """Say more around the message; nothing that it says already."""
        if before and not self.message.startswith(before):
            self.message = f"{before}{self.message}"
        if behind and behind not in self.message:
            self.message = f"{self.message}{behind}"
        self.args = (self.message,)


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing wrong in a pipeline file: what, where, and what would be right.

    `path` is the TOML path (`scopes.products.tables[1]`), `line` and `column` are 1-based, None where unknown.
    `excerpt` is that line, None where it may hold a secret; `length` is how many of its characters are meant. `file`
    is its name, None where whoever holds the problem knows it.
    """

    code: str
    message: str
    path: str
    line: int | None = None
    column: int | None = None
    hint: str | None = None
    length: int | None = None
    excerpt: str | None = None
    file: str | None = None

    @property
    def location(self) -> Location:
        """Where it stands."""
        return Location(path=self.path, file=self.file, line=self.line, column=self.column)


class InvalidPipeline(DmsError):
    """A pipeline file that cannot be used; all its problems at once, in the order of the file."""

    code = "invalid-pipeline"

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        count = "1 error" if len(problems) == 1 else f"{len(problems)} errors"
        super().__init__(f"{count} in {source}; no database was opened")
        self.source = source
        self.problems = tuple(problems)


class InvalidDocument(DmsError):
    """A stored setup or schema text that cannot be read; `where` is the place in it."""

    code = "invalid-document"

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where


class InvalidSetup(DmsError):
    """A setup that a program has put together and that cannot be meant."""

    code = "invalid-setup"


class UnstableParameters(DmsError):
    """Parameters of a client whose hash would differ from one computer to another."""

    code = "unstable-parameters"
    hint = "Name parameters in ASCII letters and digits, all lower or all upper case where there are several."


class NotSupportedYet(DmsError):
    """Declared rightly, but not carried out by this version: refused rather than ignored; all of it at once."""

    code = "not-supported-yet"

    def __init__(
        self,
        message: str,
        *,
        problems: Sequence[Problem] = (),
        hint: str | None = None,
        location: Location | str | None = None,
    ) -> None:
        super().__init__(message, hint=hint, location=location)
        self.problems = tuple(problems)


class UsageError(DmsError):
    """A command that was typed wrongly."""

    code = "usage"


class NoSuchFile(DmsError):
    """A pipeline or plan file that is not there or cannot be read."""

    code = "no-such-file"


class NoSuchVariable(DmsError):
    """An environment variable that the pipeline names and that is not set, or is empty."""

    code = "no-such-variable"


class FileExists(DmsError):
    """A file that would have to be overwritten; nothing was written."""

    code = "file-exists"
    hint = "Choose another directory, or move what is there away."

    def __init__(self, directory: object, names: Sequence[str]) -> None:
        verb = "is" if len(names) == 1 else "are"
        super().__init__(f"{', '.join(names)} {verb} in {directory} already; nothing was written")
        self.names = tuple(names)


class CannotWrite(DmsError):
    """A file or directory that cannot be made."""

    code = "cannot-write"


class MissingDriver(DmsError):
    """The Python driver of a database is not installed."""

    code = "missing-driver"


class DatabaseError(DmsError):
    """A database refused something; `endpoint` is the connection's name."""

    code = "database"

    def __init__(
        self, endpoint: str, message: str, *, hint: str | None = None, location: Location | str | None = None
    ) -> None:
        super().__init__(f"{endpoint}: {message}", hint=hint, location=location)
        self.endpoint = endpoint


class Unreachable(DatabaseError):
    """No connection could be made."""

    code = "unreachable"


class AccessDenied(DatabaseError):
    """The database knows us not, or does not let us do this."""

    code = "access-denied"


class NotIntact(DatabaseError):
    """What was opened is no database of its kind, or a damaged one."""

    code = "not-intact"


class ReadOnly(DatabaseError):
    """The database cannot be written."""

    code = "read-only"


class DiskFull(DatabaseError):
    """The database has no room left; the transaction was rolled back."""

    code = "disk-full"


class Transient(DatabaseError):
    """A failure that trying again may heal: a lock, a deadlock, a lost connection."""

    code = "transient"


class Locked(DatabaseError):
    """Another apply, or a long writer, holds the database."""

    code = "locked"


class Interrupted(DmsError):
    """Stopped midway; the message says what was done and what was not."""

    code = "interrupted"
    hint = "Run the same command again: it goes on from there."


class NoSuchColumn(DatabaseError):
    """A column that the pipeline names and the table does not have."""

    code = "no-such-column"


class ColumnLeftOut(DatabaseError):
    """A column that a scope leaves out and without which a client's new rows cannot be stored."""

    code = "column-left-out"


class NoPrimaryKey(DatabaseError):
    """A table whose rows cannot be told apart."""

    code = "no-primary-key"


class UnsupportedType(DatabaseError):
    """A column whose type has no counterpart on the other side."""

    code = "unsupported-type"


class UnsupportedName(DatabaseError):
    """A name that the reference's formats cannot hold, or that would collide with another."""

    code = "unsupported-name"


class ForeignScope(DatabaseError):
    """A scope of that name is there and is not this pipeline's."""

    code = "foreign-scope"


class NotAllowed(DmsError):
    """Steps that may destroy something were not allowed; nothing was done.

    `refused` are the steps, in the order of the plan.
    """

    code = "not-allowed"

    def __init__(self, message: str, *, refused: Sequence[object] = (), hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.refused = tuple(refused)


class PlanIsStale(DmsError):
    """The databases moved after the plan was made; `moved` are the objects, each with what of it differs."""

    code = "plan-stale"

    def __init__(self, message: str, *, moved: Sequence[object] = (), hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.moved = tuple(moved)


class NotProvisioned(DatabaseError):
    """A sync was asked for where nothing is set up, or what was set up is no longer intact."""

    code = "not-provisioned"


class SyncFailed(DatabaseError):
    """A session ended without a result; nothing of its last phase is kept."""

    code = "sync-failed"


class ClockIsBehind(SyncFailed):
    """The server's clock is behind what it has stamped, and other software there goes by it alone."""

    code = "clock-is-behind"
    hint = "set the clock right, or wait until it has caught up"


class SetupConflict(DatabaseError):
    """A setup was given for a scope that is stored with another one; nothing was done."""

    code = "setup-conflict"


class CannotProvision(DmsError):
    """A scope cannot be set up as asked; `problems` are all that is in the way, nothing was done."""

    code = "cannot-provision"

    def __init__(self, scope: str, problems: Sequence[Problem]) -> None:
        facts = "\n".join(f"  {problem.message}" for problem in problems)
        hints = [problem.hint for problem in problems if problem.hint]
        super().__init__(f'scope "{scope}" cannot be set up:\n{facts}', hint=hints[0] if hints else None)
        self.problems = tuple(problems)


class AlreadyInProgress(DmsError):
    """An agent was asked for a sync while it runs another."""

    code = "already-in-progress"
    hint = "Wait for the one that runs, or use another agent."
