"""What a plan contains for a given difference, as a table of small worlds; planning again must give nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from dms_pipeline.errors import Unreachable
from dms_pipeline.plan import operations as op
from dms_pipeline.plan.hazard import Destroys, Forgets, NoHazard, Policy, grant, permission
from dms_pipeline.plan.plan import Cause
from dms_pipeline.plan.planner import destroy_plan
from dms_pipeline.plan.state import DatabaseState, OffCalendar, Ownership, Rows
from dms_pipeline.schema.database import Triggers, Unique
from dms_pipeline.schema.model import ScopeInfo, ScopeInfoClient, SetupTable, SyncDirection, TableName
from dms_pipeline.schema.types import Kind, LogicalType
from tests.plan.dialect import column
from tests.plan.world import INT, TEXT, applied, database, endpoint, kinds, plan_for, scope, setup, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from dms_pipeline.plan.scope import Endpoint, ScopePlanInput

PRODUCT = table("Product", column("Name", TEXT), parents={"CategoryID": "Category"})
CATEGORY = table("Category", column("Name", TEXT))
STOCK = table("Stock", column("Amount", INT))
BOTH = setup("Product", "Category")


def provisioned(
    scopes: list[ScopePlanInput] | None = None, hq: DatabaseState | None = None, shop: DatabaseState | None = None
) -> tuple[Endpoint, Endpoint]:
    """hq and shop after a first plan."""
    ends = (endpoint("hq", hq or database(CATEGORY, PRODUCT, STOCK)), endpoint("shop", shop or database()))
    first, second = applied(plan_for(scopes or [scope("products", BOTH)], *ends), *ends)
    return first, second


def changed(end: Endpoint, **fields: object) -> Endpoint:
    """An endpoint whose observed state differs in these fields."""
    assert end.observed is not None
    return replace(end, observed=replace(end.observed, **fields))  # type: ignore[arg-type]


def synced(end: Endpoint, name: str) -> Endpoint:
    """An endpoint with a client of a scope that has synced before."""
    return changed(end, scope_clients=(ScopeInfoClient(id="c1", scope_name=name, hash="", last_sync="2026-11-01"),))


def test_a_first_plan_makes_everything_in_an_order_that_can_run() -> None:
    plan = plan_for(
        [scope("products", BOTH)], endpoint("hq", database(CATEGORY, PRODUCT)), endpoint("shop", database())
    )

    assert [step.connection for step in plan.steps] == sorted(step.connection for step in plan.steps)
    assert [step.operation.table.name.name for step in plan.steps_on("hq")[:2]] == ["dms_lock", "dms_runs"]  # type: ignore[union-attr]
    assert kinds(plan, "hq") == [
        "create-tracking-table Product",
        "create-tracking-table Category",
        *["create-trigger Product"] * 3,
        *["create-trigger Category"] * 3,
        "save-scope products",
        "own-scope products",
    ]
    assert kinds(plan, "shop")[:4] == [
        "create-table Category",
        "create-table Product",
        "create-tracking-table Product",
        "create-tracking-table Category",
    ]
    assert kinds(plan, "shop")[-2:] == ["save-scope products", "own-scope products"]
    assert {step.cause for step in plan.steps} == {Cause.OWN, Cause.FILE}


def test_reasons_name_the_place_in_the_file() -> None:
    plan = plan_for(
        [scope("products", BOTH)], endpoint("hq", database(CATEGORY, PRODUCT)), endpoint("shop", database())
    )

    reasons = {step.reason for step in plan.steps if isinstance(step.operation, op.CreateTable)}
    assert reasons == {
        "scopes.products.tables[0]; the table is missing; it is created as on hq",
        "scopes.products.tables[1]; the table is missing; it is created as on hq",
    }


def test_a_client_stores_the_servers_setup_and_schema_verbatim() -> None:
    hq, shop = provisioned()

    assert hq.observed is not None
    assert shop.observed is not None
    ours, theirs = hq.observed.scopes["products"], shop.observed.scopes["products"]
    assert (ours.setup_text, ours.schema_text) == (theirs.setup_text, theirs.schema_text)
    assert ours.version == theirs.version == "1.3.0.0"


def test_relations_stand_by_table_then_name_and_only_within_the_setup() -> None:
    hq, _ = provisioned()

    assert hq.observed is not None
    schema = hq.observed.scopes["products"].schema
    assert schema is not None
    assert [relation.name for relation in schema.relations or ()] == ["fk_Product_CategoryID"]
    alone, _ = provisioned([scope("products", setup("Product"))])
    assert alone.observed is not None
    assert alone.observed.scopes["products"].schema.relations == ()  # type: ignore[union-attr]


def test_tables_that_refer_to_each_other_get_their_keys_when_all_are_there() -> None:
    a, b = table("A", parents={"b": "B", "self": "A"}), table("B", parents={"a": "A"})
    both = scope("circle", setup("A", "B"), clients=("hq-2",))
    plan = plan_for([both], endpoint("hq", database(a, b)), endpoint("hq-2", database()))

    assert kinds(plan, "hq-2")[:5] == [
        "create-table A",
        "create-table B",
        *["add-foreign-key A"] * 2,
        "add-foreign-key B",
    ]


@dataclass(frozen=True, kw_only=True)
class Case:
    """A change to a provisioned world, and the steps that it asks for."""

    title: str
    change: Callable[[Endpoint, Endpoint], tuple[Endpoint, Endpoint]]
    scopes: list[ScopePlanInput]
    hq: list[str]
    shop: list[str]


def _without_tracking(hq: Endpoint, shop: Endpoint) -> tuple[Endpoint, Endpoint]:
    assert shop.observed is not None
    left = {name: one for name, one in shop.observed.tracking_tables.items() if name.name != "Product_tracking"}
    return hq, changed(shop, tracking_tables=left)


def _trigger(end: Endpoint, **fields: object) -> Endpoint:
    assert end.observed is not None
    triggers = {
        held: replace(one, **fields) if held[1] == "Product_update_trigger" else one  # type: ignore[arg-type]
        for held, one in end.observed.triggers.items()
    }
    return changed(end, triggers=triggers)


def _recorded_as(end: Endpoint, kind: Triggers) -> Endpoint:
    """Provisioned with triggers of one kind."""
    assert end.observed is not None
    schema = end.observed.scopes["products"].schema
    assert schema is not None
    made = [
        trigger
        for document in schema.tables or ()
        for trigger in end.target.triggers(BOTH, document, end.observed.tables[document.table], kind)
    ]
    return changed(end, triggers={(trigger.table, trigger.name): trigger for trigger in made})


def _without_update_trigger(end: Endpoint) -> Endpoint:
    assert end.observed is not None
    left = {held: one for held, one in end.observed.triggers.items() if held[1] != "Product_update_trigger"}
    return changed(end, triggers=left)


def _gained_column(hq: Endpoint, shop: Endpoint) -> tuple[Endpoint, Endpoint]:
    assert hq.observed is not None
    more = replace(PRODUCT, columns=(*PRODUCT.columns, column("Color", TEXT, nullable=True)))
    return changed(hq, tables={**hq.observed.tables, more.name: more}), shop


PRODUCTS = [scope("products", BOTH)]
NAMED = SetupTable(name="Product", columns=("id", "Name", "CategoryID"))
CASES = (
    Case(title="nothing", change=lambda hq, shop: (hq, shop), scopes=PRODUCTS, hq=[], shop=[]),
    Case(
        title="a missing tracking table is created and the rows that are there are recorded",
        change=_without_tracking,
        scopes=PRODUCTS,
        hq=[],
        shop=["create-tracking-table Product", "track-rows Product"],
    ),
    Case(
        title="a trigger with another text is made anew",
        change=lambda hq, shop: (_trigger(hq, text="on update do nothing"), shop),
        scopes=PRODUCTS,
        hq=["create-trigger Product"],
        shop=[],
    ),
    Case(
        title="a disabled trigger is made anew",
        change=lambda hq, shop: (hq, _trigger(shop, enabled=False)),
        scopes=PRODUCTS,
        hq=[],
        shop=["create-trigger Product"],
    ),
    Case(
        title="white space in a trigger is no difference",
        change=lambda hq, shop: (_trigger(hq, text="on  update note id\n in Product_tracking carefully ;"), shop),
        scopes=PRODUCTS,
        hq=[],
        shop=[],
    ),
    Case(
        title="a table joins the scope",
        change=lambda hq, shop: (hq, shop),
        scopes=[scope("products", setup("Product", "Category", "Stock"))],
        hq=["create-tracking-table Stock", *["create-trigger Stock"] * 3, "save-scope products", "own-scope products"],
        shop=[
            "create-table Stock",
            "create-tracking-table Stock",
            *["create-trigger Stock"] * 3,
            "save-scope products",
            "own-scope products",
        ],
    ),
    Case(
        title="a table joins a scope that has been synced: the server's rows are recorded",
        change=lambda hq, shop: (synced(hq, "products"), shop),
        scopes=[scope("products", setup("Product", "Category", "Stock"))],
        hq=[
            "create-tracking-table Stock",
            *["create-trigger Stock"] * 3,
            "track-rows Stock",
            "save-scope products",
            "own-scope products",
        ],
        shop=[
            "create-table Stock",
            "create-tracking-table Stock",
            *["create-trigger Stock"] * 3,
            "save-scope products",
            "own-scope products",
        ],
    ),
    Case(
        title="the server gained a column",
        change=_gained_column,
        scopes=PRODUCTS,
        hq=["save-scope products", "own-scope products"],
        shop=["add-column Product", "save-scope products", "own-scope products"],
    ),
    Case(
        title="a column that the file does not list is nobody's business",
        change=_gained_column,
        scopes=[scope("products", setup(NAMED, "Category"))],
        hq=["save-scope products", "own-scope products"],
        shop=["save-scope products", "own-scope products"],
    ),
    Case(
        title="a table leaves the scope",
        change=lambda hq, shop: (hq, shop),
        scopes=[scope("products", setup("Product"))],
        hq=[
            "save-scope products",
            "own-scope products",
            *["drop-trigger Category"] * 3,
            "drop-tracking-table Category",
        ],
        shop=[
            "save-scope products",
            "own-scope products",
            *["drop-trigger Category"] * 3,
            "drop-tracking-table Category",
        ],
    ),
    Case(
        title="a table leaves a scope and joins another",
        change=lambda hq, shop: (hq, shop),
        scopes=[scope("products", setup("Product")), scope("kinds", setup("Category"))],
        hq=["save-scope products", "save-scope kinds", "own-scope products", "own-scope kinds"],
        shop=["save-scope products", "save-scope kinds", "own-scope products", "own-scope kinds"],
    ),
    Case(
        title="a scope has left the file",
        change=lambda hq, shop: (hq, shop),
        scopes=[scope("stock", setup("Stock"))],
        hq=[
            "create-tracking-table Stock",
            *["create-trigger Stock"] * 3,
            "save-scope stock",
            "own-scope stock",
            *["drop-trigger Product"] * 3,
            *["drop-trigger Category"] * 3,
            "drop-tracking-table Product",
            "drop-tracking-table Category",
            "delete-scope products",
        ],
        shop=[
            "create-table Stock",
            "create-tracking-table Stock",
            *["create-trigger Stock"] * 3,
            "save-scope stock",
            "own-scope stock",
            *["drop-trigger Product"] * 3,
            *["drop-trigger Category"] * 3,
            "drop-tracking-table Product",
            "drop-tracking-table Category",
            "delete-scope products",
        ],
    ),
    Case(
        title="a client has left the list",
        change=lambda hq, shop: (hq, shop),
        scopes=[scope("products", BOTH, clients=())],
        hq=[],
        shop=[
            *["drop-trigger Product"] * 3,
            *["drop-trigger Category"] * 3,
            "drop-tracking-table Product",
            "drop-tracking-table Category",
            "delete-scope products",
            "drop-scope-table scope_info",
            "drop-scope-table scope_info_client",
            *[
                f"drop-own-table dms_{name}"
                for name in ("clock", "journal", "errors", "marks", "objects", "owner", "runs", "lock")
            ],
        ],
    ),
    Case(
        title="both kinds of triggers satisfy a file that asks for none",
        change=lambda hq, shop: (_recorded_as(hq, Triggers.REFERENCE), shop),
        scopes=PRODUCTS,
        hq=[],
        shop=[],
    ),
    Case(
        title="triggers of the kind that is asked for take the place of the others",
        change=lambda hq, shop: (
            replace(_recorded_as(hq, Triggers.REFERENCE), triggers=Triggers.EXTENDED),
            replace(shop, triggers=Triggers.REFERENCE),
        ),
        scopes=PRODUCTS,
        hq=[*["create-trigger Product"] * 3, *["create-trigger Category"] * 3],
        shop=[*["create-trigger Product"] * 3, *["create-trigger Category"] * 3],
    ),
    Case(
        title="a table that joins a database gets the triggers that the others there have",
        change=lambda hq, shop: (_recorded_as(hq, Triggers.REFERENCE), shop),
        scopes=[scope("products", setup("Product", "Category", "Stock"))],
        hq=["create-tracking-table Stock", *["create-trigger Stock"] * 3, "save-scope products", "own-scope products"],
        shop=[
            "create-table Stock",
            "create-tracking-table Stock",
            *["create-trigger Stock"] * 3,
            "save-scope products",
            "own-scope products",
        ],
    ),
    Case(
        title="a trigger that is missing is made of the kind of those beside it",
        change=lambda hq, shop: (_without_update_trigger(_recorded_as(hq, Triggers.REFERENCE)), shop),
        scopes=PRODUCTS,
        hq=["create-trigger Product"],
        shop=[],
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_difference_asks_for_these_steps_and_planning_again_for_none(case: Case) -> None:
    ends = case.change(*provisioned())
    plan = plan_for(case.scopes, *ends)

    assert plan.errors == ()
    assert kinds(plan, "hq") == case.hq
    assert kinds(plan, "shop") == case.shop
    again = plan_for(case.scopes, *applied(plan, *ends))
    assert again.is_empty


def test_going_over_to_other_triggers_is_what_the_file_says_and_no_drift() -> None:
    hq, shop = provisioned()
    plan = plan_for(PRODUCTS, replace(_recorded_as(hq, Triggers.REFERENCE), triggers=Triggers.EXTENDED), shop)

    assert {(step.reason, step.cause) for step in plan.steps} == {
        (
            'triggers = "extended": stamps no change below a mark, records changed keys as a delete and an insert',
            Cause.FILE,
        )
    }
    assert all(isinstance(step.operation, op.CreateTrigger) and step.operation.replaces for step in plan.steps)


def test_a_database_that_keeps_the_references_triggers_has_a_note() -> None:
    hq, shop = provisioned()
    noted = [(note.code, note.connection) for note in plan_for(PRODUCTS, hq, shop).notes]
    kept = plan_for(PRODUCTS, _recorded_as(hq, Triggers.REFERENCE), shop)
    asked = plan_for(PRODUCTS, replace(_recorded_as(hq, Triggers.REFERENCE), triggers=Triggers.REFERENCE), shop)

    assert noted == []
    assert [(note.code, note.connection) for note in kept.notes] == [("reference-triggers", "hq")]
    assert asked.notes == ()


def test_a_trigger_that_only_extended_ones_need_comes_and_goes_with_what_it_is_for() -> None:
    """Here, as on SQLite, it is for unique constraints."""
    unique = replace(PRODUCT, uniques=(Unique(name="u", columns=("Name",)),))
    hq = endpoint("hq", database(unique, CATEGORY), triggers=Triggers.REFERENCE)
    wanted = [scope("products", BOTH, clients=())]
    (reference,) = applied(plan_for(wanted, hq), hq)
    asked = replace(reference, triggers=Triggers.EXTENDED)
    (extended,) = applied(plan_for(wanted, asked), asked)
    without = replace(extended, triggers=None)
    assert without.observed is not None
    without = changed(without, tables={**without.observed.tables, PRODUCT.name: PRODUCT})

    assert kinds(plan_for(wanted, asked), "hq").count("create-trigger Product") == 4
    assert kinds(plan_for(wanted, without), "hq") == ["drop-trigger Product"]
    back = replace(extended, triggers=Triggers.REFERENCE)
    assert kinds(plan_for(wanted, back), "hq").count("drop-trigger Product") == 1


def test_what_the_triggers_of_others_write_stays_when_everything_of_ours_goes() -> None:
    """Another scope needs the same triggers, and those the clock that they stamp with."""
    hq, shop = provisioned()
    assert shop.observed is not None
    foreign = replace(shop.observed.scopes["products"], name="theirs")
    texts = {held: replace(one, text=f"{one.text} by dms_clock") for held, one in shop.observed.triggers.items()}
    shop = changed(shop, scopes={**shop.observed.scopes, "theirs": foreign}, triggers=texts)
    plan = destroy_plan("retail", "sha256:0", PRODUCTS, {"hq": hq, "shop": shop})
    (_, left) = applied(plan, hq, shop)

    assert left.observed is not None
    assert left.observed.triggers == texts
    assert left.observed.own_tables.keys() == {"dms_clock"}


def test_drift_is_told_from_what_is_new() -> None:
    hq, shop = _without_tracking(*provisioned())
    plan = plan_for(PRODUCTS, _trigger(hq, enabled=False), shop)

    assert [(step.connection, step.operation.kind, step.reason) for step in plan.drift] == [
        ("hq", "create-trigger", "disabled: changes are not recorded"),
        ("shop", "create-tracking-table", "the tracking table is missing: somebody has dropped it"),
        ("shop", "track-rows", "scopes.products.tables[0]; rows that are already there count as changes of this side"),
    ]


@pytest.mark.parametrize("dropped", [False, True])
def test_a_trigger_that_nobody_has_dropped_is_no_drift(dropped: bool) -> None:  # noqa: FBT001
    """An application has given its table a unique constraint, which asks for one more trigger."""
    hq, shop = provisioned()
    assert hq.observed is not None
    made = {("trigger", f"{table}.{name}"): "f" for table, name in hq.observed.triggers}
    if dropped:
        made["trigger", "Product.Product_truncate_trigger"] = "f"
    unique = replace(PRODUCT, uniques=(Unique(name="u", columns=("Name",)),))
    grown = changed(hq, tables={**hq.observed.tables, PRODUCT.name: unique}, fingerprints=made)

    plan = plan_for(PRODUCTS, grown, shop)

    assert kinds(plan, "hq").count("create-trigger Product") == 1
    assert [step.reason for step in plan.drift] == ["the trigger is missing: somebody has dropped it"] * dropped


def test_the_revision_counts_changes_of_what_the_scope_says() -> None:
    ends = provisioned()
    more = [scope("products", setup("Product", "Category", "Stock"))]
    hq, shop = applied(plan_for(more, *ends), *ends)

    for end in (hq, shop):
        assert end.observed is not None
        assert end.observed.owners["products"].revision == 2


def test_the_values_of_a_new_column_are_to_be_loaded_by_the_client() -> None:
    hq, shop = _gained_column(*provisioned())
    plan = plan_for(PRODUCTS, hq, synced(shop, "products"))

    assert [(one.client, one.scope, list(map(str, one.loads))) for one in plan.reloads] == [
        ("shop", "products", ["values of Product.Color"])
    ]
    operations = [step.operation for step in plan.steps_on("shop")]
    assert [one.to_load for one in operations if isinstance(one, op.OwnScope)] == [plan.reloads[0].loads]


def test_what_is_still_to_be_loaded_is_no_difference_and_is_not_forgotten() -> None:
    hq, shop = _gained_column(*provisioned())
    ends = hq, synced(shop, "products")
    hq, shop = applied(plan_for(PRODUCTS, *ends), *ends)

    assert shop.observed is not None
    assert [str(one) for one in shop.observed.owners["products"].to_load] == ["values of Product.Color"]
    assert plan_for(PRODUCTS, hq, shop).steps == ()


def test_rows_of_a_client_that_were_there_before_are_recorded_as_its_changes() -> None:
    plan = plan_for(PRODUCTS, endpoint("hq", database(CATEGORY, PRODUCT)), endpoint("shop", database(CATEGORY)))

    assert [kind for kind in kinds(plan, "shop") if kind.startswith("track")] == ["track-rows Category"]
    assert not [kind for kind in kinds(plan, "hq") if kind.startswith("track")]


def test_rows_to_load_are_those_that_go_down() -> None:
    up = setup("Category", SetupTable(name="Stock", direction=SyncDirection.UPLOAD_ONLY))
    state = replace(
        database(CATEGORY, STOCK),
        rows={CATEGORY.name: Rows(count=7, exact=False), STOCK.name: Rows(count=9, exact=True)},
    )
    plan = plan_for([scope("s", up)], endpoint("hq", state), endpoint("shop", database()))

    assert [(row.table, row.rows, row.exact) for row in plan.rows] == [("Category", 7, False)]


@pytest.mark.parametrize(("noted", "rows"), [(None, 7), (4, 7), (5, None), (6, None)])
def test_a_client_that_its_server_has_lost_loads_all_rows(noted: int | None, rows: int | None) -> None:
    """The server was replaced or restored: it knows no client, or has noted less than the client's mark."""
    hq, shop = provisioned()
    client = ScopeInfoClient(id="c1", scope_name="products", hash="", last_sync="-", last_server_sync_timestamp=5)
    known = () if noted is None else (replace(client, last_server_sync_timestamp=noted),)
    hq = changed(hq, scope_clients=known, rows={CATEGORY.name: Rows(count=7, exact=True)})

    plan = plan_for(PRODUCTS, hq, changed(shop, scope_clients=(client,)))

    assert next((row.rows for row in plan.rows if row.table == "Category"), None) == rows


# Ownership.


def test_a_scope_of_somebody_else_is_adopted_only_with_permission() -> None:
    hq, shop = provisioned()
    foreign = [changed(end, owners={}) for end in (hq, shop)]
    plan = plan_for(PRODUCTS, *foreign)

    assert kinds(plan, "hq") == kinds(plan, "shop") == ["adopt-scope products"]
    assert len(Policy().refused(plan.steps)) == 2
    assert Policy(adopt=frozenset({"products"})).refused(plan.steps) == ()
    assert Policy(allow=(permission("adopt-scope"),)).refused(plan.steps) == plan.steps
    assert plan_for(PRODUCTS, *applied(plan, *foreign)).is_empty


def test_a_scope_of_another_pipeline_names_it() -> None:
    hq, shop = provisioned()
    owners = {"products": Ownership(scope="products", pipeline="other", role="server", revision=4)}
    plan = plan_for(PRODUCTS, changed(hq, owners=owners), shop)

    adopting = [step.operation for step in plan.steps if isinstance(step.operation, op.AdoptScope)]
    assert [(one.previous_owner, one.revision) for one in adopting] == [("other", 4)]


def test_a_row_without_setup_and_schema_is_not_foreign() -> None:
    empty = database(CATEGORY, PRODUCT, scopes={"products": ScopeInfo(name="products", version="1.2.0.0")})
    plan = plan_for(PRODUCTS, endpoint("hq", empty), endpoint("shop", database()))

    assert "adopt-scope products" not in kinds(plan, "hq")
    saved = next(step.operation for step in plan.steps if isinstance(step.operation, op.SaveScope))
    assert saved.scope.version == "1.2.0.0"


def test_foreign_setups_keep_what_they_share() -> None:
    hq, shop = provisioned([*PRODUCTS, scope("theirs", setup("Product"))])
    assert hq.observed is not None
    owners = {name: one for name, one in hq.observed.owners.items() if name != "theirs"}
    plan = plan_for([scope("stock", setup("Stock"))], changed(hq, owners=owners), shop)

    gone = [kind for kind in kinds(plan, "hq") if kind.startswith(("drop", "delete"))]
    assert gone == [*["drop-trigger Category"] * 3, "drop-tracking-table Category", "delete-scope products"]
    assert plan.unmanaged == (("hq", "theirs"),)


def test_destroy_leaves_user_tables_and_the_scopes_of_others() -> None:
    ends = provisioned([*PRODUCTS, scope("theirs", setup("Product"))])
    hq, shop = (
        changed(
            end,
            owners={
                name: replace(one, pipeline="other" if name == "theirs" else one.pipeline)
                for name, one in (end.observed or DatabaseState()).owners.items()
            },
        )
        for end in ends
    )
    plan = destroy_plan("retail", "sha256:0", PRODUCTS, {"hq": hq, "shop": shop})
    after, _ = applied(plan, hq, shop)

    assert after.observed is not None
    assert after.observed.scopes.keys() == {"theirs"}
    assert {name.name for name in after.observed.tracking_tables} == {"Product_tracking"}
    assert after.observed.own_tables.keys() == hq.observed.own_tables.keys()  # type: ignore[union-attr]
    assert after.observed.tables.keys() == hq.observed.tables.keys()  # type: ignore[union-attr]


# Hazards.


@pytest.mark.parametrize(
    ("unsynced", "expected"),
    [
        ({TableName("", "Category"): 0, TableName("", "Product"): 0}, {NoHazard()}),
        ({TableName("", "Category"): 12, TableName("", "Product"): 0}, {NoHazard(), Forgets(changes=12)}),
        ({}, {Forgets(changes=None)}),
    ],
)
def test_changes_that_were_not_uploaded_are_counted_behind_a_tracking_table(
    unsynced: dict[TableName, int], expected: set[object]
) -> None:
    hq, shop = provisioned()
    plan = plan_for([scope("stock", setup("Stock"))], hq, changed(shop, unsynced=unsynced))

    drops = [step for step in plan.steps_on("shop") if isinstance(step.operation, op.DropTrackingTable)]
    assert {step.hazard for step in drops} == expected


def test_a_scope_that_left_the_file_asks_for_permission_and_a_destroyed_one_does_not() -> None:
    hq, shop = provisioned()
    none = {TableName("", "Category"): 0, TableName("", "Product"): 0}
    shop = changed(shop, unsynced=none)
    removed = plan_for([scope("stock", setup("Stock"))], hq, shop)
    destroyed = destroy_plan("retail", "sha256:0", PRODUCTS, {"hq": hq, "shop": shop})

    assert {step.operation.kind for step in Policy().refused(removed.steps)} == {"delete-scope"}
    assert Policy().refused(destroyed.steps) == ()


# What makes a plan impossible.


def test_all_problems_come_at_once_each_with_its_place() -> None:
    keyless = replace(table("Log"), primary_key=())
    odd = replace(table("Odd"), columns=(column("id", INT), column("sync_row_count", INT), column("a.b", INT)))
    strange = table("Strange", column("Shape", LogicalType(Kind.NATIVE, native="polygon")))
    names = setup("Prodct", "Log", "Odd", "Strange", SetupTable(name="Category", columns=("id", "Nme")))
    plan = plan_for(
        [scope("products", names)], endpoint("hq", database(CATEGORY, PRODUCT, keyless, odd, strange)),
        endpoint("shop", database()),
    )  # fmt: skip

    assert plan.steps == ()
    assert [(one.code, one.path) for one in plan.errors] == [
        ("no-such-table", "scopes.products.tables[0]"),
        ("no-primary-key", "scopes.products.tables[1]"),
        ("unsupported-name", "scopes.products.tables[2]"),
        ("unsupported-name", "scopes.products.tables[2]"),
        ("unsupported-type", "scopes.products.tables[3]"),
        ("no-such-column", "scopes.products.tables[4].columns[1]"),
    ]
    assert 'did you mean "Product"?' in plan.errors[0].message
    assert 'did you mean "Name"?' in plan.errors[5].message


def test_a_unique_index_without_nulls_is_proposed_as_key() -> None:
    from dms_pipeline.schema.database import Unique

    keyless = replace(table("Log"), primary_key=(), uniques=(Unique(name="log_id", columns=("id",)),))
    plan = plan_for([scope("s", setup("Log"))], endpoint("hq", database(keyless)), endpoint("shop", database()))

    assert "log_id (id) has no nulls and could become one" in (plan.errors[0].hint or "")


def test_a_table_that_does_not_fit_says_which_columns() -> None:
    theirs = table("Product", column("Name", INT), column("CategoryID", INT, nullable=True))
    plan = plan_for(PRODUCTS, endpoint("hq", database(CATEGORY, PRODUCT)), endpoint("shop", database(theirs)))

    assert [one.code for one in plan.errors] == ["table-differs"]
    assert "Name   hq: TEXT not null   shop: INT32 not null" in plan.errors[0].message


def test_extra_columns_of_a_client_are_its_own_business_if_they_need_no_value() -> None:
    fine = table("Category", column("Name", TEXT), column("Note", TEXT, nullable=True), column("N", INT, default="0"))
    bad = table("Category", column("Name", TEXT), column("Note", TEXT))
    only = [scope("kinds", setup("Category"))]

    assert plan_for(only, endpoint("hq", database(CATEGORY)), endpoint("shop", database(fine))).errors == ()
    errors = plan_for(only, endpoint("hq", database(CATEGORY)), endpoint("shop", database(bad))).errors
    assert [one.code for one in errors] == ["table-differs"]


def test_a_client_takes_a_table_from_one_server() -> None:
    scopes = [scope("one", setup("Category")), scope("two", setup("Category"), server="hq-2")]
    plan = plan_for(
        scopes, endpoint("hq", database(CATEGORY)), endpoint("hq-2", database(CATEGORY)), endpoint("shop", database())
    )

    assert [one.code for one in plan.errors] == ["conflicting-scopes"]
    assert "two servers, hq and hq-2" in plan.errors[0].message


def test_a_table_in_two_scopes_has_the_same_columns_or_only_goes_down() -> None:
    def entry(direction: SyncDirection) -> SetupTable:
        return SetupTable(name="Category", columns=("id",), direction=direction)

    both = SyncDirection.BIDIRECTIONAL
    down = SyncDirection.DOWNLOAD_ONLY
    whole = SetupTable(name="Category", direction=down)
    ends = endpoint("hq", database(CATEGORY)), endpoint("shop", database(CATEGORY))

    assert plan_for([scope("one", setup("Category")), scope("two", setup(entry(both)))], *ends).errors
    assert not plan_for([scope("one", setup(whole)), scope("two", setup(entry(down)))], *ends).errors


def test_a_chain_is_refused_with_the_reason() -> None:
    scopes = [scope("one", setup("Category"), clients=("hq-2",)), scope("two", setup("Category"), server="hq-2")]
    plan = plan_for(
        scopes,
        endpoint("hq", database(CATEGORY)),
        endpoint("hq-2", database(CATEGORY)),
        endpoint("shop", database()),
    )

    assert any("rows that a sync has applied are not passed on" in one.message for one in plan.errors)


def test_tables_that_are_one_on_a_client_without_namespaces_are_refused() -> None:
    a, b = table("t", schema="a"), table("t", schema="b")
    names = setup(SetupTable(name="t", schema="a"), SetupTable(name="t", schema="b"))
    plan = plan_for([scope("s", names)], endpoint("hq", database(a, b)), endpoint("shop", database()))

    assert {one.code for one in plan.errors} >= {"unsupported-name"}


# Databases that are away.


def test_an_unreachable_server_or_client_fails_the_plan_with_its_own_words() -> None:
    gone = Unreachable("shop", "nobody listens")
    plan = plan_for(PRODUCTS, endpoint("hq", database(CATEGORY, PRODUCT)), endpoint("shop", None, unreachable=gone))

    assert [(one.code, one.message) for one in plan.errors] == [("unreachable", "shop: nobody listens")]


def test_a_client_that_may_be_offline_is_deferred() -> None:
    plan = plan_for(PRODUCTS, endpoint("hq", database(CATEGORY, PRODUCT)), endpoint("shop", None, may_be_offline=True))

    assert plan.errors == ()
    assert plan.deferred == ("shop",)
    assert kinds(plan, "hq")


def test_a_scope_does_not_shrink_while_a_client_is_away() -> None:
    hq, shop = provisioned()
    plan = plan_for([scope("products", setup("Product"))], hq, replace(shop, observed=None, may_be_offline=True))

    assert [one.code for one in plan.errors] == ["client-away"]


@pytest.mark.parametrize(
    ("kept", "direction", "said"),
    [
        ({"hq": 2}, SyncDirection.BIDIRECTIONAL, ["hq: Day.At: 2 values like 0000-00-00 are no date or time for shop"]),
        ({"shop": 1}, SyncDirection.BIDIRECTIONAL, ["shop: Day.At: 1 value like 0000-00-00 is no date or time for hq"]),
        ({"shop": 1}, SyncDirection.DOWNLOAD_ONLY, []),
        ({}, SyncDirection.BIDIRECTIONAL, []),
    ],
)
def test_dates_that_another_database_cannot_hold_are_notes(
    kept: dict[str, int], direction: SyncDirection, said: list[str]
) -> None:
    day = table("Day", column("At", LogicalType(Kind.DATE)))
    names = setup(SetupTable(name="Day", direction=direction))
    found = {name: {day.name: {"At": OffCalendar(count=count, example="0000-00-00")}} for name, count in kept.items()}
    ends = [endpoint(name, replace(database(day), off_calendar=found.get(name, {}))) for name in ("hq", "shop")]
    plan = plan_for([scope("s", names)], *ends)

    assert [f"{note.connection}: {note.message}".split(" (")[0] for note in plan.notes] == said
    assert {note.code for note in plan.notes} <= {"off-calendar"}
    assert plan.errors == ()


def test_a_decimal_beyond_a_clients_digits_is_a_note() -> None:
    wide = table("Sensor", column("Reading", LogicalType(Kind.DECIMAL, precision=38, scale=20)))
    plan = plan_for([scope("s", setup("Sensor"))], endpoint("hq", database(wide)), endpoint("shop", database()))

    assert [note.code for note in plan.notes] == ["lossy-type"]
    assert plan.errors == ()


# What our own tables keep.


def test_rows_kept_aside_make_the_drop_of_their_table_a_loss() -> None:
    """`destroy` says so, and needs a permission of its own; the other tables go without one."""
    hq, shop = provisioned()
    hq = changed(hq, kept={"dms_journal": 3})
    plan = destroy_plan("retail", "sha256:0", [scope("products", BOTH)], {"hq": hq, "shop": shop})

    steps = plan.steps_on("hq")
    assert [(step.hazard, grant(step)) for step in Policy().refused(steps)] == [
        (Destroys(rows=3), "--allow drop-own-table:dms_journal")
    ]
    assert Policy(allow=(permission("drop-own-table:dms_journal"),)).refused(steps) == ()
