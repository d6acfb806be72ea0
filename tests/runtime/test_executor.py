"""Plans carried out on real databases of every kind."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from dms_pipeline import errors
from dms_pipeline.events import Event, StepsDone, silent
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.document import from_json, plan_id, to_json
from dms_pipeline.plan.hazard import Policy, permission
from dms_pipeline.plan.objects import objects
from dms_pipeline.providers.recording import noted
from dms_pipeline.runtime.executor import execute
from dms_pipeline.runtime.fingerprints import drifted
from dms_pipeline.runtime.orchestrator import LocalDatabasePeer, RemoteDatabasePeer
from dms_pipeline.schema.database import Triggers
from dms_pipeline.schema.parameters import parameter_hash
from dms_pipeline.sync.result import Unseen
from dms_pipeline.sync.session import synchronize
from tests.conftest import KINDS, REPOSITORY
from tests.runtime.worlds import RealWorld, scopes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dms_pipeline.sync.result import SyncResult
    from tests.conftest import Pair


@pytest.fixture
def world(server_and_client: Pair) -> Iterator[RealWorld]:
    """A server with rows and an empty client; once for each pair of kinds."""
    made = RealWorld.create(server_and_client.server_url, server_and_client.client_url)
    yield made
    made.close()


@pytest.fixture(params=KINDS)
def alike(request: pytest.FixtureRequest, database_urls: Callable[[str], str]) -> Iterator[RealWorld]:
    """Server and client of one kind; once for each kind."""
    made = RealWorld.create(database_urls(request.param), database_urls(request.param))
    yield made
    made.close()


@pytest.fixture
def small(sqlite_urls: Callable[[], str]) -> Iterator[RealWorld]:
    """Server and client in files, for what does not depend on the kind of database."""
    made = RealWorld.create(sqlite_urls(), sqlite_urls())
    yield made
    made.close()


def test_after_an_apply_the_plan_is_empty_and_the_database_is_as_simulated(world: RealWorld) -> None:
    plan = world.plan()
    done = execute(plan, world.databases, plan_id=plan_id(plan))

    assert done.steps == len(plan.steps)
    assert world.plan().is_empty
    for name, end in world.endpoints().items():
        planned = plan.connection(name)
        assert planned is not None
        assert end.observed is not None
        assert objects(end.observed, planned.watched, end.traits) == planned.after


def test_destroy_gives_back_what_was_there_and_leaves_user_tables(world: RealWorld) -> None:
    before = {name: end.observed for name, end in world.endpoints().items()}
    execute(world.plan(), world.databases)
    execute(world.destroy_plan(), world.databases)
    after = {name: end.observed for name, end in world.endpoints().items()}

    for name, state in before.items():
        left = after[name]
        assert state is not None
        assert left is not None
        assert (left.own_tables, left.scope_tables, left.tracking_tables, left.triggers) == ({}, {}, {}, {})
        assert {table.name for table in left.tables} == {"Product", "Category"}
        if name == "hq":
            assert left.tables == state.tables
    assert world.value("hq", 'SELECT count(*) FROM "Product"') == 2


def test_a_saved_plan_is_applied_as_saved_and_a_second_time_is_nothing_to_do(small: RealWorld) -> None:
    saved = from_json(to_json(small.plan(), "1.0"))

    assert execute(saved.plan, small.databases, policy=saved.policy).steps == len(saved.plan.steps)
    again = execute(saved.plan, small.databases, policy=saved.policy)
    assert again.steps == 0
    assert [one.run for one in again.databases] == [None, None]


def test_a_scope_grows_and_shrinks_on_databases_that_exist(world: RealWorld) -> None:
    execute(world.plan(), world.databases)
    world.run("hq", 'ALTER TABLE "Product" ADD COLUMN color varchar(15)')
    world.wanted = scopes("Product", "Category", "Stock")
    grown = world.plan()
    execute(grown, world.databases)

    assert {step.operation.kind for step in grown.steps_on("shop")} >= {"add-column", "create-table", "save-scope"}
    assert world.plan().is_empty
    world.wanted = scopes("Product", "Category")
    execute(world.plan(), world.databases)
    assert world.plan().is_empty
    assert world.value("shop", 'SELECT count(*) FROM "Stock"') == 0


def test_triggers_record_rows_after_an_apply(alike: RealWorld) -> None:
    execute(alike.plan(), alike.databases)
    alike.run("shop", """INSERT INTO "Category" VALUES (7, 'Gloves')""")

    assert alike.value("shop", 'SELECT count(*) FROM "Category_tracking"') == 1


def test_rows_that_a_client_already_had_are_recorded(alike: RealWorld) -> None:
    alike.run(
        "shop",
        'CREATE TABLE "Category" (id integer PRIMARY KEY, name varchar(50) NOT NULL)',
        """INSERT INTO "Category" VALUES (9, 'Old')""",
    )
    execute(alike.plan(), alike.databases)

    assert alike.value("shop", 'SELECT count(*) FROM "Category_tracking"') == 1
    assert alike.value("hq", 'SELECT count(*) FROM "Category_tracking"') == 0


def test_a_database_goes_over_to_other_triggers_and_back(alike: RealWorld) -> None:
    """Only where it is asked to; what was recorded stays, and the look before a sync knows both kinds."""
    alike.triggers = Triggers.REFERENCE
    execute(alike.plan(), alike.databases)
    alike.run("shop", """INSERT INTO "Category" VALUES (7, 'Gloves'), (8, 'Socks')""")
    alike.triggers = None
    assert alike.plan().is_empty

    for kind, events in ((Triggers.EXTENDED, {7: 1, 70: 0, 8: 0}), (Triggers.REFERENCE, {7: 1, 70: 0, 8: 0, 80: 0})):
        alike.triggers = kind
        execute(alike.plan(), alike.databases)
        assert alike.plan().is_empty
        with alike.databases["shop"].connection() as connection:
            assert drifted(connection) == ()
            key = 7 if kind is Triggers.EXTENDED else 8
            connection.run(f'UPDATE "Category" SET id = {key * 10} WHERE id = {key}')
            rows = connection.rows('SELECT id, sync_row_is_tombstone FROM "Category_tracking"')
        assert dict(rows) == events

    execute(alike.destroy_plan(), alike.databases, policy=Policy(allow=(permission("drop-tracking-table"),)))
    for end in alike.endpoints().values():
        assert end.observed is not None
        assert (end.observed.triggers, end.observed.own_tables) == ({}, {})


# What was changed by hand.


def drop_update_trigger(world: RealWorld, where: str) -> str:
    """Drop the trigger of updates of Product; its name."""
    triggers = world.endpoints()[where].observed.triggers  # type: ignore[union-attr]
    name = next(held[1] for held in triggers if held[0].name == "Product" and held[1].endswith("update_trigger"))
    kind = world.databases[where].provider.traits
    world.run(where, f'DROP TRIGGER "{name}"' + (' ON "Product"' if kind.trigger_functions else ""))
    return name


def test_fingerprints_notice_a_dropped_trigger_and_an_apply_mends_it(alike: RealWorld) -> None:
    execute(alike.plan(), alike.databases)
    name = drop_update_trigger(alike, "shop")

    with alike.databases["shop"].connection() as connection:
        assert drifted(connection) == (f"trigger Product.{name}",)
    plan = alike.plan()
    assert [step.operation.kind for step in plan.steps] == ["create-trigger"]
    execute(plan, alike.databases)
    with alike.databases["shop"].connection() as connection:
        assert drifted(connection) == ()


def synced(world: RealWorld) -> SyncResult:
    """One session."""
    with world.databases["hq"].connection() as hq, world.databases["shop"].connection() as shop:
        return synchronize(
            LocalDatabasePeer(shop),
            RemoteDatabasePeer(hq),
            "products",
            parameter_hash=parameter_hash(),
            clock=time.perf_counter,
            report=silent,
        )


def reasons(result: SyncResult) -> list[tuple[str, Unseen]]:
    return [(one.table.name, one.reason) for one in (*result.server_recovered, *result.client_recovered)]


@pytest.mark.parametrize("where", ["hq", "shop"])
def test_a11_rows_that_were_written_before_an_apply_mended_a_trigger_are_sent(alike: RealWorld, where: str) -> None:
    """Only of the table whose trigger was gone."""
    execute(alike.plan(), alike.databases)
    synced(alike)
    drop_update_trigger(alike, where)
    alike.run(where, """UPDATE "Product" SET name = 'unseen' WHERE id = 1""")
    execute(alike.plan(), alike.databases)

    assert reasons(synced(alike)) == [("Product", Unseen.TRIGGERS)]
    for side in ("hq", "shop"):
        assert alike.value(side, 'SELECT name FROM "Product" WHERE id = 1') == "unseen"
    assert reasons(synced(alike)) == []


def test_a11_an_apply_that_replaces_triggers_leaves_no_alarm(alike: RealWorld) -> None:
    """Of either kind, with a scope that grows and one that shrinks; the note of a table goes with its triggers."""
    for kind in (Triggers.REFERENCE, Triggers.EXTENDED, Triggers.REFERENCE):
        alike.triggers = kind
        execute(alike.plan(), alike.databases)
        assert reasons(synced(alike)) == []
    alike.triggers = None
    for tables in (("Product", "Category", "Stock"), ("Product", "Category")):
        alike.wanted = scopes(*tables)
        execute(alike.plan(), alike.databases)
        assert reasons(synced(alike)) == []
    with alike.databases["hq"].connection() as connection:
        assert {table.name.lower() for table in noted(connection)} == {"product", "category"}


@pytest.mark.postgresql
def test_triggers_that_dotmim_sync_has_put_in_the_place_of_ours_are_made_anew(
    postgresql_urls: Callable[[], str],
) -> None:
    """Its Provision with overwrite does that without a word; ours for TRUNCATE is left, and tells what was meant."""
    world = RealWorld.create(postgresql_urls(), postgresql_urls())
    execute(world.plan(), world.databases)
    with world.databases["hq"].connection() as connection:
        for event in ("insert", "update", "delete"):
            row = "OLD" if event == "delete" else "NEW"
            dead = 1 if event == "delete" else 0
            connection.run(
                f'CREATE OR REPLACE FUNCTION "public".product_{event}_trigger_function() RETURNS trigger'
                " LANGUAGE plpgsql AS $new$ BEGIN"
                ' INSERT INTO "Product_tracking" ("id", "update_scope_id", "timestamp", "sync_row_is_tombstone",'
                f' "last_change_datetime") VALUES ({row}."id", null, (extract(epoch from now())*1000), {dead}, now())'
                f' ON CONFLICT ("id") DO UPDATE SET "timestamp" = (extract(epoch from now())*1000),'
                f' "sync_row_is_tombstone" = {dead}, "update_scope_id" = null, "last_change_datetime" = now();'
                f" RETURN {row}; END; $new$"
            )
        assert len(drifted(connection)) == 3

    plan = world.plan()
    execute(plan, world.databases)

    assert [step.operation.kind for step in plan.steps] == ["create-trigger"] * 3
    assert {step.reason for step in plan.steps} == {"its text differs from what we create"}
    assert world.plan().is_empty
    with world.databases["hq"].connection() as connection:
        assert drifted(connection) == ()
    world.run("hq", 'UPDATE "Product" SET id = 20 WHERE id = 2')
    assert world.value("hq", 'SELECT count(*) FROM "Product_tracking" WHERE id = 2') == 1
    world.close()


@pytest.mark.postgresql
def test_fingerprints_notice_a_disabled_trigger(postgresql_urls: Callable[[], str]) -> None:
    world = RealWorld.create(postgresql_urls(), postgresql_urls())
    execute(world.plan(), world.databases)
    world.run("hq", 'ALTER TABLE "Product" DISABLE TRIGGER product_delete_trigger')

    with world.databases["hq"].connection() as connection:
        assert drifted(connection) == ("trigger Product.product_delete_trigger",)
    execute(world.plan(), world.databases)
    assert world.plan().is_empty
    world.close()


@pytest.mark.postgresql
def test_a11_triggers_that_no_longer_fire_for_replicated_rows_are_made_anew(postgresql_urls: Callable[[], str]) -> None:
    """`pg_restore --disable-triggers` leaves them so; a sync goes on."""
    world = RealWorld.create(postgresql_urls(), postgresql_urls())
    execute(world.plan(), world.databases)
    world.run("hq", 'ALTER TABLE "Product" DISABLE TRIGGER ALL', 'ALTER TABLE "Product" ENABLE TRIGGER ALL')

    with world.databases["hq"].connection() as connection:
        assert drifted(connection) == ()
    plan = world.plan()
    assert {step.reason for step in plan.steps} == {"it does not fire for rows that replication writes"}
    execute(plan, world.databases)
    assert world.plan().is_empty
    world.close()


# Stale plans.


def test_a_stale_plan_is_refused_naming_what_moved_and_nothing_is_done(alike: RealWorld) -> None:
    plan = alike.plan()
    alike.run("hq", 'ALTER TABLE "Product" ADD COLUMN "ValidTo" varchar(9)')

    with pytest.raises(errors.PlanIsStale, match="ValidTo is new") as raised:
        execute(plan, alike.databases)
    assert [(one.connection, one.name) for one in raised.value.moved] == [("hq", "table Product")]  # type: ignore[attr-defined]
    for end in alike.endpoints().values():
        assert end.observed is not None
        assert not end.observed.own_tables


def test_rows_and_other_tables_never_make_a_plan_stale(small: RealWorld) -> None:
    plan = small.plan()
    small.run("hq", """INSERT INTO "Category" VALUES (3, 'Socks')""", "CREATE TABLE other (id integer)")

    assert execute(plan, small.databases).steps


def test_changes_made_since_the_plan_are_not_forgotten_unasked(small: RealWorld) -> None:
    execute(small.plan(), small.databases)
    small.wanted = scopes("Product")
    plan = small.plan()
    small.run("shop", """INSERT INTO "Category" VALUES (8, 'New')""")

    with pytest.raises(errors.NotAllowed, match="forgets 1 change that never reached the server"):
        execute(plan, small.databases)
    execute(plan, small.databases, policy=Policy(allow=(permission("drop-tracking-table:Category"),)))
    assert small.plan().is_empty


def test_what_is_not_allowed_stops_the_plan_before_anything(small: RealWorld) -> None:
    plan = small.plan()
    with pytest.raises(errors.NotAllowed, match=r"of .* steps .* permission; nothing was done") as raised:
        execute(plan, small.databases, policy=Policy(deny=(permission("create-table:Product"),)))

    assert len(raised.value.refused) == 1
    assert raised.value.message.endswith("\n  + shop  table Product   denied by the file")
    assert raised.value.hint == "[policy] deny in the file forbids what no flag allows"


# Locks.


@contextmanager
def held(world: RealWorld, name: str) -> Iterator[None]:
    """The apply lock of a database, held by somebody else."""
    database = world.databases[name]
    lock = database.provider.lock(database.open, 0)
    try:
        yield
    finally:
        lock.release()


@pytest.mark.parametrize("name", ["hq", "shop"])
def test_two_applies_do_not_interleave(alike: RealWorld, name: str) -> None:
    plan = alike.plan()
    with held(alike, name), pytest.raises(errors.Locked):
        execute(plan, alike.databases, lock_timeout_s=0.1)
    for end in alike.endpoints().values():
        assert end.observed is not None
        assert not end.observed.own_tables
    assert execute(plan, alike.databases).steps


def test_who_is_locked_out_is_told_by_whom(alike: RealWorld) -> None:
    execute(alike.plan(), alike.databases)
    alike.run(
        "hq", """INSERT INTO dms_lock VALUES ('apply', 'ci@runner-7', 'runner-7', 12, 18, '2026-11-22T10:02:00')"""
    )
    with (
        held(alike, "hq"),
        pytest.raises(errors.Locked, match=r"applied by ci@runner-7, process 12, since .* \(run r18\)"),
    ):
        alike.databases["hq"].provider.lock(alike.databases["hq"].open, 0)


def test_a_database_that_cannot_be_written_is_found_before_the_first_step(
    sqlite_urls: Callable[[], str], postgresql_url: str
) -> None:
    server, client = postgresql_url, sqlite_urls()
    world = RealWorld.create(server, client)
    world.run("shop", "CREATE TABLE other (id integer)")
    plan = world.plan()
    path = client.removeprefix("sqlite:///")
    unwritable = RealWorld.connect(server, f"sqlite:///file:{path}?mode=ro&uri=true")
    with pytest.raises(errors.ReadOnly):
        execute(plan, unwritable.databases)
    hq = world.endpoints()["hq"].observed
    assert hq is not None
    assert not hq.own_tables
    name = server.rpartition("/")[2]
    world.run("hq", f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')
    fresh = RealWorld.connect(server, client)
    with pytest.raises(errors.ReadOnly):
        execute(plan, fresh.databases)
    for each in (world, unwritable, fresh):
        each.close()


@pytest.mark.postgresql
def test_a_table_that_somebody_holds_is_waited_for_in_turns_and_then_given_up(
    postgresql_urls: Callable[[], str],
) -> None:
    world = RealWorld.create(postgresql_urls(), postgresql_urls())
    plan = world.plan()
    with world.databases["hq"].connection() as writer, writer.transaction():
        writer.execute("""UPDATE "Product" SET name = 'Held'""")
        with pytest.raises(errors.Locked, match="rolled back, nothing was done"):
            execute(plan, world.databases, lock_timeout_s=0.6)
    execute(plan, world.databases, lock_timeout_s=0.6)
    assert world.plan().is_empty
    world.close()


# Stopped midway.


def _spoiled(world: RealWorld, name: str, kind: str, sql: str) -> Any:
    """The plan, with another statement in its first step of a kind on a database."""
    plan = world.plan()
    steps = list(plan.steps)
    place = next(place for place, step in enumerate(steps) if step.connection == name and step.operation.kind == kind)
    steps[place] = replace(steps[place], sql=(sql,))
    return replace(plan, steps=tuple(steps))


def test_an_error_on_the_second_database_says_what_is_done_and_the_next_apply_goes_on(alike: RealWorld) -> None:
    good = alike.plan()
    with pytest.raises(errors.Interrupted, match=r"hq: \d+ of \d+ steps committed; shop: .* at step \d+"):
        execute(_spoiled(alike, "shop", "create-trigger", "CREATE NONSENSE"), alike.databases)
    assert alike.value("shop", "SELECT outcome FROM dms_runs") == "failed: database"
    done = execute(good, alike.databases)

    assert done.resumed == ("hq",)
    assert alike.plan().is_empty


def test_an_error_on_the_first_database_is_told_as_it_is(small: RealWorld) -> None:
    with pytest.raises(errors.DatabaseError, match="rolled back, nothing was done"):
        execute(_spoiled(small, "hq", "create-trigger", "CREATE NONSENSE"), small.databases)

    execute(small.plan(), small.databases)
    assert small.plan().is_empty


def test_ctrl_c_between_two_databases_says_which_are_done(alike: RealWorld) -> None:
    def stop(event: Event) -> None:
        if isinstance(event, StepsDone) and event.connection == "shop":
            raise KeyboardInterrupt

    with pytest.raises(errors.Interrupted, match=r"hq: .* committed; shop: .* at step"):
        execute(alike.plan(), alike.databases, report=stop)
    execute(alike.plan(), alike.databases)
    assert alike.plan().is_empty


def test_steps_are_reported_and_committed_once_per_database(small: RealWorld) -> None:
    seen: list[StepsDone] = []
    plan = small.plan()
    execute(plan, small.databases, report=lambda event: seen.append(event) if isinstance(event, StepsDone) else None)

    ends = [(event.connection, event.done, event.total) for event in seen if event.committed]
    assert ends == [(name, len(plan.steps_on(name)), len(plan.steps_on(name))) for name in ("hq", "shop")]


@pytest.mark.parametrize("share", [0.05, 0.3, 0.55, 0.97])
def test_killed_at_any_statement_the_next_apply_finishes(alike: RealWorld, share: float) -> None:
    whole = 2 * sum(len(step.sql) for step in alike.plan().steps)
    _killed(alike.urls, max(1, round(whole * share / 2)))
    plan = alike.plan()
    execute(plan, alike.databases)

    assert alike.plan().is_empty


def _killed(urls: tuple[str, str], stop_at: int) -> None:
    command = [sys.executable, "-m", "tests.runtime.killed_apply", *urls, str(stop_at)]
    ended = subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, timeout=60, text=True)
    assert ended.returncode == -9, ended.stderr


def test_recording_rows_that_are_recorded_changes_nothing(small: RealWorld) -> None:
    small.run("shop", 'CREATE TABLE "Category" (id integer PRIMARY KEY, name varchar(50) NOT NULL)')
    plan = small.plan()
    execute(plan, small.databases)
    track = next(step for step in plan.steps if isinstance(step.operation, op.TrackRows))
    small.run("shop", """INSERT INTO "Category" VALUES (9, 'Old')""", *track.sql)

    assert small.value("shop", 'SELECT count(*) FROM "Category_tracking"') == 1
