"""A row without its parent is refused with the value that finds none, whichever statement noticed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.sync.sides import Opener

EMP = 'CREATE TABLE "emp" ("id" int NOT NULL PRIMARY KEY, "boss" int)'
KEYED = 'CREATE TABLE "emp" ("id" int NOT NULL PRIMARY KEY, "boss" int REFERENCES "emp" ("id"){more})'


@pytest.mark.parametrize("more", ["", " DEFERRABLE INITIALLY DEFERRED"], ids=["immediate", "deferred"])
@pytest.mark.parametrize("again", [False, True], ids=["first", "later"])
def test_the_value_that_finds_no_parent_is_in_the_reason(provisioned: Opener, more: str, *, again: bool) -> None:
    sides = provisioned(EMP, tables=["emp"], on_client=[KEYED.format(more=more)])
    if again:
        sides.sync()
    sides.server.run('INSERT INTO "emp" VALUES (1, NULL), (2, 77)')

    assert sides.sync().failed == 1

    reason = sides.client.value('SELECT "reason" FROM "dms_errors"')
    assert reason == "boss=77: no such row in emp"
