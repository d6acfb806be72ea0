"""A server with tables and rows and an empty client, of any kinds, to plan and apply on for real."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dms_pipeline.plan.planner import destroy_plan, make_plan
from dms_pipeline.plan.scope import Endpoint, ScopePlanInput
from dms_pipeline.providers.base import Look
from dms_pipeline.runtime.connect import Database
from dms_pipeline.schema.model import SetupTable, SyncSetup
from dms_pipeline.schema.names import tracking_table

if TYPE_CHECKING:
    from dms_pipeline.plan.plan import Plan
    from dms_pipeline.schema.database import Triggers

# Both databases read these types and statements.
SERVER = (
    'CREATE TABLE "Category" (id integer PRIMARY KEY, name varchar(50) NOT NULL UNIQUE)',
    """CREATE TABLE "Product" (id integer PRIMARY KEY, name varchar(50) NOT NULL, price numeric(10,2) DEFAULT 0,
    "CategoryID" integer REFERENCES "Category" (id) ON DELETE CASCADE, "Parent" integer REFERENCES "Product" (id))""",
    'CREATE TABLE "Stock" (id integer PRIMARY KEY, amount integer)',
    """INSERT INTO "Category" VALUES (1, 'Bikes'), (2, 'Helmets')""",
    """INSERT INTO "Product" VALUES (1, 'Road', 9.5, 1, NULL), (2, 'Wheel', 1, 1, 1)""",
)
TABLES = ("Product", "Category")


def scopes(*tables: str) -> list[ScopePlanInput]:
    """One scope from hq to shop."""
    setup = SyncSetup(tables=tuple(SetupTable(name=name) for name in tables or TABLES))
    return [ScopePlanInput(name="products", setup=setup, server="hq", clients=("shop",))]


@dataclass
class RealWorld:
    """Two databases by name, and what is planned for them; `urls` are the server's and the client's."""

    databases: dict[str, Database]
    urls: tuple[str, str]
    wanted: list[ScopePlanInput] = field(default_factory=scopes)
    triggers: Triggers | None = None

    @classmethod
    def create(cls, server_url: str, client_url: str) -> RealWorld:
        """A server with rows, an empty client."""
        world = cls.connect(server_url, client_url)
        world.run("hq", *SERVER)
        return world

    @classmethod
    def connect(cls, server_url: str, client_url: str) -> RealWorld:
        """Databases that are there already."""
        databases = {"hq": Database("hq", server_url), "shop": Database("shop", client_url)}
        return cls(databases, (server_url, client_url))

    def run(self, name: str, *statements: str) -> None:
        """Statements of somebody else."""
        with self.databases[name].connection() as connection:
            for statement in statements:
                connection.run(statement)

    def value(self, name: str, sql: str) -> object:
        """One value."""
        with self.databases[name].connection() as connection:
            return connection.value(sql)

    def endpoints(self) -> dict[str, Endpoint]:
        """A look at everything."""
        entries = [(scope.setup, entry.table) for scope in self.wanted for entry in scope.setup.tables or ()]
        look = Look(
            tables=tuple(table for _, table in entries),
            tracking_tables=tuple(tracking_table(setup, table) for setup, table in entries),
            count_unsynced=True,
        )
        result = {}
        for name, database in self.databases.items():
            with database.connection() as connection:
                observed = database.provider.inspect(connection, look)
            result[name] = Endpoint(
                name=name,
                provider=database.provider.name,
                target=database.provider.target(),
                observed=observed,
                triggers=self.triggers,
            )
        return result

    def plan(self) -> Plan:
        """What would be done."""
        plan = make_plan("retail", "sha256:0", self.wanted, self.endpoints())
        assert plan.errors == ()
        return plan

    def destroy_plan(self) -> Plan:
        """What would take it all away."""
        return destroy_plan("retail", "sha256:0", self.wanted, self.endpoints())

    def close(self) -> None:
        """Close all connections."""
        for database in self.databases.values():
            database.dispose()
