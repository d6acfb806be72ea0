"""What a person reads."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from dms_pipeline.errors import UsageError
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.describe import describe
from dms_pipeline.plan.hazard import Policy, grant, permission
from dms_pipeline.plan.state import Rows
from dms_pipeline.schema.model import TableName
from tests.plan.dialect import column
from tests.plan.world import TEXT, applied, database, endpoint, plan_for, scope, setup, table

TABLES = (table("Category", column("Name", TEXT)), table("Product", parents={"CategoryID": "Category"}))
COUNTED = {one.name: Rows(count=28, exact=True) for one in TABLES}
SCOPES = [scope("demo", setup("Product", "Category"), clients=("shop-1", "shop-2"))]
ENDS = (
    endpoint("hq", database(*TABLES, rows=COUNTED)),
    endpoint("shop-1", database()),
    endpoint("shop-2", database()),
)


def test_a_first_plan_reads_like_this() -> None:
    assert describe(plan_for(SCOPES, *ENDS)) == dedent("""\
        hq, tin, server of demo
          + scope_info, scope_info_client            the scope tables of Dotmim.Sync
          + dms_lock, dms_runs, 6 more dms_ tables   our own state
          + Product, Category                        tracking table and 3 triggers each
          + scope demo                               2 tables
        shop-1, shop-2, tin, client of demo (the same 22 steps each)
          + scope_info, scope_info_client            the scope tables of Dotmim.Sync
          + dms_lock, dms_runs, 6 more dms_ tables   our own state
          + Category, Product                        table, tracking table and 3 triggers each
          + scope demo                               2 tables
        Rows  demo  hq -> shop-1, shop-2   56 rows each
        Plan: 64 to create, 0 to alter, 0 to drop; 112 rows to load. Nothing can be lost.""")


def test_a_table_that_left_the_scope_shows_what_would_be_lost() -> None:
    hq, one, two = applied(plan_for(SCOPES, *ENDS), *ENDS)
    assert one.observed is not None
    assert two.observed is not None
    counts = {TableName("", "Category"): 0, TableName("", "Product"): 0}
    one = replace(one, observed=replace(one.observed, unsynced=counts))
    two = replace(two, observed=replace(two.observed, unsynced={**counts, TableName("", "Category"): 12}))
    less = [scope("demo", setup("Product"), clients=("shop-1", "shop-2"))]
    plan = plan_for(less, hq, one, two)

    assert describe(plan) == dedent("""\
        hq, tin, server of demo
          - Category     tracking table and 3 triggers   no scope needs it any longer; the table and its rows stay
          ~ scope demo   revision 2; the file's tables changed: - Category
        shop-1, shop-2, tin, client of demo (the same 6 steps each)
          - Category     tracking table and 3 triggers   no scope needs it any longer; the table and its rows stay
          ~ scope demo   revision 2; as on hq
        Hazards
          ! shop-2  drop-tracking-table:Category   forgets 12 changes that never reached the server   NOT ALLOWED
        Plan: 0 to create, 6 to alter, 12 to drop. 1 step is not allowed.""")
    assert describe(plan, Policy(allow=(permission("drop-tracking-table:Cat*"),))).endswith("12 to drop.")


def test_drift_stands_apart() -> None:
    ends = applied(plan_for(SCOPES, *ENDS), *ENDS)
    state = ends[1].observed
    assert state is not None
    left = {held: one for held, one in state.triggers.items() if held[1] != "Product_update_trigger"}
    ends[1] = replace(ends[1], observed=replace(state, triggers=left))

    assert describe(plan_for(SCOPES, *ends)) == dedent("""\
        Drift: changed by hand since the last apply
          + shop-1 trigger Product_update_trigger on Product   the trigger is missing: somebody has dropped it
          Rows written meanwhile were not recorded; the first sync after the apply looks for them.
        Plan: 1 to create, 0 to alter, 0 to drop. Nothing can be lost.""")


def test_nothing_to_do_is_said() -> None:
    ends = applied(plan_for(SCOPES, *ENDS), *ENDS)

    assert describe(plan_for(SCOPES, *ends)) == "Nothing to do: the databases are as the file says."


def test_errors_take_the_place_of_steps() -> None:
    plan = plan_for([scope("demo", setup("Prodct"), clients=())], ENDS[0])

    assert describe(plan) == dedent("""\
        error[no-such-table]: hq has no table "Prodct" in schema home; did you mean "Product"? (scopes.demo.tables[0])
        1 error; nothing was done.""")


def test_verbose_shows_every_step_with_its_reason_and_its_sql() -> None:
    plan = plan_for(SCOPES, *ENDS)
    text = describe(plan, verbose=True)

    assert text.count("because") == len(plan.steps_on("hq")) + len(plan.steps_on("shop-1"))  # shop-2 is folded
    assert "  + trigger Product_insert_trigger on Product\n    because  scopes.demo.tables[0]" in text
    assert "    sql      create trigger" in text


# Permissions, in the one syntax of flag, file and plan.


def _drop(name: str, schema: str = "") -> op.DropTrackingTable:
    return op.DropTrackingTable(base=TableName(schema, name), table=TableName(schema, f"{name}_tracking"))


@pytest.mark.parametrize(
    ("text", "covers"),
    [
        ("drop-tracking-table", True),
        ("drop-tracking-table:*", True),
        ("drop-tracking-table:Stock", True),
        ("drop-tracking-table:sales.Stock", True),
        ("drop-tracking-table:St*", True),
        ("drop-tracking-table:stock", False),
        ("delete-scope:Stock", False),
    ],
)
def test_a_permission_covers_a_kind_and_a_glob_of_tables(text: str, *, covers: bool) -> None:
    assert permission(text).covers(_drop("Stock", "sales")) is covers


@pytest.mark.parametrize("text", ["drop-everything", "", "drop-tracking-table:", ":Stock", "drop_tracking_table:Stock"])
def test_a_permission_of_no_kind_is_refused_with_the_kinds(text: str) -> None:
    with pytest.raises(UsageError) as raised:
        permission(text)
    assert "drop-tracking-table" in (raised.value.hint or "")


def test_a_denial_wins_even_over_what_needs_no_permission() -> None:
    plan = plan_for(SCOPES, *ENDS)
    policy = Policy(allow=(permission("create-table"),), deny=(permission("create-table:Product"),))

    assert [(step.connection, grant(step)) for step in policy.refused(plan.steps)] == [
        ("shop-1", "--allow create-table:Product"),
        ("shop-2", "--allow create-table:Product"),
    ]
