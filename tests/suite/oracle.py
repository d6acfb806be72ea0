"""What a history must end with: it knows every committed write, where it was committed, and what its writer had seen.

It foretells nothing about a sync. It looks at databases between steps, and explains what it sees:

- A *version* is a state of one row that a committed transaction left: values, or deleted. The version that stood there
  before is its parent; what is reached over parents has been *seen* by its writer.
- What a sync has put somewhere must be a version that is known. Only what keys with actions do is new (a child deleted
  with its parent, a reference emptied): such a version belongs to the apply.
- In the end, each version is there, or was seen by a later writer, or is kept in a journal as the loser of a conflict,
  or as a row that could not be applied. A deleted row is not back with a version that its deleter had seen.
- A conflict in a journal is one: neither writer had seen the other's version.

Values carry a number that nobody else writes, so a row tells its version. Where it cannot (a deleted row, a table that
is all key), several versions may be meant: what may have been seen excuses a loss, only what surely was seen
makes a conflict false. So the oracle may overlook something there, and never accuses without reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from tests.suite.shape import BY_NAME, QUIRKY, SHAPES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from tests.suite.shape import Key, Rows, Values


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A state of a row. `sure` and `maybe` are the numbers of versions that its writer has seen, over all parents."""

    number: int
    side: str
    key: Key
    row: Values | None
    sure: frozenset[int]
    maybe: frozenset[int]
    by_apply: bool = False

    def knows(self, other: Version) -> bool:
        """Its writer has surely seen another version."""
        return other.number in self.sure or other.number == self.number


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for a key on a side: the row, and the versions that it can be."""

    row: Values | None
    versions: tuple[Version, ...]

    @property
    def sure(self) -> frozenset[int]:
        """What whoever sees this has surely seen."""
        if len(self.versions) != 1:
            return frozenset()
        (version,) = self.versions
        return version.sure | {version.number}

    @property
    def maybe(self) -> frozenset[int]:
        """What he may have seen."""
        return frozenset().union(*(version.maybe | {version.number} for version in self.versions))


NOTHING = Standing(None, ())


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """An entry of a journal; a deleted row is None. `rule` is the policy, `kept` the side whose row stays."""

    side: str
    key: Key
    server: Values | None
    client: Values | None
    kept: str
    rule: str

    @property
    def loser(self) -> Values | None:
        """What lost."""
        return self.client if self.kept == "server" else self.server


@dataclass(frozen=True, kw_only=True, slots=True)
class Aside:
    """A row that could not be applied on a side; None for a delete. Nobody tries it again if its client is gone."""

    side: str
    key: Key
    row: Values | None
    is_gone: bool


class Wrong(AssertionError):
    """Something was lost, or came from nowhere, or a conflict is none."""


@dataclass(slots=True)
class Oracle:
    """What is known of a history so far."""

    sides: tuple[str, ...]
    server: str
    versions: defaultdict[Key, list[Version]] = field(default_factory=lambda: defaultdict(list))
    standing: dict[str, dict[Key, Standing]] = field(default_factory=dict)
    journal: list[Kept] = field(default_factory=list)
    quirky: set[str] = field(default_factory=set)  # sides on which an application's triggers refuse rows and alter them
    repeated: bool = False  # a session was broken off, or a side went back: what was decided may be so once more
    again: set[tuple[Key, Values | None]] = field(default_factory=set)  # what a side that went back may send once more
    _reached: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _gone: defaultdict[str, list[Version]] = field(default_factory=lambda: defaultdict(list))  # with a step back
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.standing = {side: {} for side in self.sides}

    # What applications do.

    def written(self, side: str, key: Key, row: Values | None, before: Standing) -> Version:
        """A version that a transaction has written on top of what it saw; it counts from `committed` on."""
        return Version(number=next(self._numbers), side=side, key=key, row=row, sure=before.sure, maybe=before.maybe)

    def committed(self, side: str, versions: Iterable[Version]) -> None:
        """A transaction was committed, with these versions in the order in which it wrote them."""
        for version in versions:
            self.versions[version.key].append(version)
            self._reached[side].add(version.number)
            self.standing[side][version.key] = Standing(version.row, (version,))

    def at(self, side: str, key: Key) -> Standing:
        """What stands on a side."""
        return self.standing[side].get(key, NOTHING)

    # What syncs do.

    def observe(self, side: str, rows: Rows, besides: Collection[Key] = (), met: str | None = None) -> None:
        """Explain what is committed on a side now; `besides` are keys that are not looked at.

        `met` is a side with which a session has just ended: a row that is all key may be the one that was there.
        """
        here = self.standing[side]
        theirs = self._reached[met] if met is not None else set()
        for key in sorted({*rows, *here} - set(besides)):
            row = rows.get(key)
            candidates = tuple(version for version in self.versions[key] if version.row == row)
            before = self.at(side, key)
            if before.row != row:  # what comes is not what the row was made from, if it can be anything else
                later = tuple(version for version in candidates if version.number not in before.sure)
                candidates = later or candidates
            near = self._reached[side] if side == self.server else self._reached[side] | self._reached[self.server]
            found = tuple(version for version in candidates if version.number in near) or candidates
            if not found and before.row == row:
                continue
            found = found or (self._of_apply(side, key, row, rows),)
            self._reached[side].update(version.number for version in found)
            alike = [one for one in candidates if one in before.versions or one.number in theirs]
            here[key] = Standing(row, tuple(dict.fromkeys((*found, *(alike if row is not None else ())))))

    def _of_apply(self, side: str, key: Key, row: Values | None, rows: Rows) -> Version:
        """The version that a key with an action has made in an apply."""
        before, shape = self.at(side, key), BY_NAME[key[0]]
        known = [version for version in self.versions[key] if row is not None and _emptied(key, version.row) == row]
        if side in self.quirky and key[0] == QUIRKY:
            known += [version for version in self.versions[key] if version.row and _altered(version.row) == row]
        by_cascade = row is None and any(reference.action == "CASCADE" for reference in shape.references)
        if not known and not by_cascade:
            message = f"{side} has {row} for {key}, which nobody has written there"
            raise Wrong(f"{message}; it had {before.row}; all: {rows}")
        parents = Standing(row, tuple(known))  # a row that is gone in this way has been seen by nobody
        made = Version(
            number=next(self._numbers),
            side=side,
            key=key,
            row=row,
            sure=parents.sure,
            maybe=parents.maybe,
            by_apply=True,
        )
        self.versions[key].append(made)
        return made

    def went_back(self, side: str, rows: Rows, *, copy_of: str, since: int) -> None:
        """A side became an older state: what nobody else has got of it is gone, and no sync is to blame.

        `since` is the number of the last version when the copy was taken; 0 if it is a copy of another side. What had
        not gone up by then may go up once more. A copy also has what went with an earlier step back than its own.
        """
        for version in self._gone[side]:
            if version.number <= since:
                self.versions[version.key].append(version)
        elsewhere = frozenset().union(*(numbers for name, numbers in self._reached.items() if name != side))
        self._gone[side] = [version for version in self._gone[side] if version.number > since]
        for key, versions in self.versions.items():
            stays = [one for one in versions if one.side != side or one.number in elsewhere or one.number <= since]
            self._gone[side] += [version for version in versions if version not in stays]
            self.versions[key] = stays
        self.again |= {
            (key, version.row)
            for key, versions in self.versions.items()
            for version in versions
            if version.side in {side, copy_of} and version.number in elsewhere
        }
        self.repeated = True
        self.standing[side] = {}
        self.observe(side, rows)

    @property
    def last(self) -> int:
        """The number of the last version that was committed."""
        return max((version.number for versions in self.versions.values() for version in versions), default=0)

    def journalled(self, entries: Iterable[Kept]) -> None:
        """A sync has kept losers; all sides have been observed since.

        Raises:
            Wrong: a conflict is none.
        """
        for entry in entries:
            self._check_conflict(entry)
            self.journal.append(entry)

    def _check_conflict(self, entry: Kept) -> None:
        if entry.server == entry.client:
            raise Wrong(f"equal rows are no conflict: {entry}")
        servers, clients = self._candidates(entry.key, entry.server), self._candidates(entry.key, entry.client)
        if (entry.key, entry.client) in self.again or any(map(self._is_of_again, clients)):
            return
        if any(not one.knows(other) and not other.knows(one) for one in servers for other in clients):
            return
        if None in {entry.server, entry.client} and self._by_action(entry):
            return
        known = [
            (version.number, version.side, version.row, sorted(version.sure)) for version in self.versions[entry.key]
        ]
        raise Wrong(f"one writer had seen the other's row: {entry}; the versions: {known}")

    def _is_of_again(self, version: Version) -> bool:
        """Its side went back, and wrote it over what it may send once more."""
        return any(
            other.number in version.maybe and (other.key, other.row) in self.again
            for other in self.versions[version.key]
            if other.side == version.side
        )

    def _candidates(self, key: Key, row: Values | None) -> list[Version]:
        return [version for version in self.versions[key] if version.row == row]

    def _by_action(self, entry: Kept) -> bool:
        """A delete that met children whom its writer never saw, or a child of such a row."""
        row = entry.server if entry.client is None else entry.client
        children = (
            version.row is not None and version.row[shape.columns.index(reference.column)] == entry.key[1][0]
            for shape in SHAPES
            for reference in shape.references
            if reference.action and reference.parent == entry.key[0]
            for key, versions in self.versions.items()
            if key[0] == shape.name
            for version in versions
        )
        shape = BY_NAME[entry.key[0]]
        parents = (
            row is not None and self._ever_deleted((reference.parent, (shape.value(row, reference.column),)))
            for reference in shape.references
            if reference.action
        )
        return any(children) or any(parents)

    def _ever_deleted(self, key: Key) -> bool:
        return any(version.row is None for version in self.versions.get(key, ()))

    # The end.

    def judge(self, rows: Mapping[str, Rows], aside: Iterable[Aside]) -> None:
        """All syncs are done and nothing moves: is everything accounted for?

        Raises:
            Wrong: sides differ, a version is lost, a row is kept aside that could go in.
        """
        everything = list(aside)
        kept = [one for one in everything if not one.is_gone]
        _check_equal(rows, {one.key for one in kept})
        for one in kept:
            if not self._is_bad(one):
                _check_aside(one, rows[one.side], kept)
        losers = {(entry.key, entry.loser) for entry in self.journal}
        losers |= {(one.key, one.row) for one in everything}
        for key, versions in self.versions.items():
            there = {each.get(key) for each in rows.values()}
            seen = frozenset().union(*(version.maybe for version in versions))
            for version in versions:
                if version.row in there or self._is_seen(version, seen) or (key, version.row) in losers:
                    continue
                if version.by_apply and version.row is None:
                    continue
                if version.row is None and not self._is_back(version, there):
                    continue
                raise Wrong(f"lost: {version}; there is {there}; all: {versions}; journal: {self.journal_of(key)}")
        if not self.repeated:
            times = Counter((entry.key, entry.server, entry.client) for entry in self.journal)
            twice = [
                entry
                for entry, number in times.items()
                if number > 1 and len(BY_NAME[entry[0][0]].columns) > 2 and None not in entry[1:]
            ]
            if twice:
                raise Wrong(f"journalled more than once: {twice}")

    def _is_bad(self, one: Aside) -> bool:
        """A trigger keeps it out."""
        return (
            one.side in self.quirky and one.key[0] == QUIRKY and one.row is not None and one.row[-1].startswith("bad")
        )

    def _is_seen(self, version: Version, seen: Collection[int]) -> bool:
        """A later writer had it before him, or one that is equal: two who do the same, neither knowing, are as one."""
        return version.number in seen or any(
            other.row == version.row
            and other.number in seen
            and other.number not in version.maybe
            and version.number not in other.maybe
            for other in self.versions[version.key]
        )

    def _is_back(self, deleted: Version, there: Collection[Values | None]) -> bool:
        """A row is there that its deleter had seen, or that is another's change of what he had seen; surely."""
        candidates = [
            version for version in self.versions[deleted.key] if version.row is not None and version.row in there
        ]
        if any((deleted.key, version.row) in self.again for version in candidates):
            return False
        return bool(candidates) and all(deleted.sure & (version.sure | {version.number}) for version in candidates)

    def journal_of(self, key: Key) -> list[Kept]:
        """The entries about one row."""
        return [entry for entry in self.journal if entry.key == key]


def _altered(row: Values) -> Values:
    """A row as an application's trigger leaves it."""
    return (*row[:-1], row[-1].upper() if row[-1].startswith("loud") else row[-1])


def _emptied(key: Key, row: Values | None) -> Values | None:
    """A row after the parent of a reference that is then emptied went away."""
    if row is None:
        return None
    shape = BY_NAME[key[0]]
    emptied = {reference.column for reference in shape.references if reference.action == "SET NULL"}
    if not emptied:
        return None
    return tuple(None if name in emptied else value for name, value in zip(shape.columns, row, strict=True))


def _check_equal(rows: Mapping[str, Rows], aside: Collection[Key]) -> None:
    keys = {key for each in rows.values() for key in each}
    for key in sorted(keys - set(aside)):
        there = {side: each.get(key) for side, each in rows.items()}
        if len(set(there.values())) > 1:
            raise Wrong(f"{key} differs: {there}; kept aside: {sorted(aside)}")


def _check_aside(one: Aside, rows: Rows, all_kept: Iterable[Aside]) -> None:
    """A row that is kept aside in the end cannot go in: a constraint of its side refuses it."""
    shape = BY_NAME[one.key[0]]
    if one.row is None:
        waiting = {other.key for other in all_kept if other.row is not None}
        children = [
            key
            for child in SHAPES
            for reference in child.references
            if reference.parent == shape.name
            for key, row in rows.items()
            if key[0] == child.name
            and child.value(row, reference.column) == one.key[1][0]
            # Without an action it refuses; with one, a row that is nowhere else would go along.
            and (not reference.action or key in waiting or child.name == "member")
        ]
        if children:
            return
    else:
        values = dict(zip(shape.columns, one.row, strict=True))
        orphan = any(
            values[reference.column] is not None and (reference.parent, (values[reference.column],)) not in rows
            for reference in shape.references
        )
        taken = shape.unique is not None and any(
            key[0] == shape.name and key != one.key and shape.value(row, shape.unique) == values[shape.unique]
            for key, row in rows.items()
            if values[shape.unique] is not None
        )
        if orphan or taken:
            return
    raise Wrong(f"{one} is kept aside, and could go in: {rows}")
