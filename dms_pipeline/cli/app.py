"""The commands. Each collects options, calls `commands`, prints, and gives the exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dms_pipeline.cli.options import (
    connect_option,
    file_argument,
    json_option,
    lock_option,
    permission_options,
    verbose_option,
)

if TYPE_CHECKING:
    from dms_pipeline.commands import Pipeline

CHANGES_PENDING = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dms-pipeline", message="dms-pipeline %(version)s")
def app() -> None:
    """Keep relational databases in two-way sync, as a TOML file declares it.

    FILE comes last and may be left out where dms-pipeline.toml lies in the working directory.
    """


def _load(file: str, connect_timeout: float, lock_timeout: float = 5.0) -> Pipeline:
    from dms_pipeline.commands import Pipeline, Settings

    return Pipeline.load(file, Settings(connect_timeout_s=connect_timeout, lock_timeout_s=lock_timeout))


@app.command()
@click.argument("directory", required=False, default=".", type=click.Path(path_type=Path))
@click.option("--demo", is_flag=True, help="Add two small SQLite databases to try it on.")
def init(directory: Path, *, demo: bool) -> None:
    """Write a starter pipeline file into DIRECTORY."""
    from dms_pipeline.runtime.starter import write_starter

    written = ", ".join(map(str, write_starter(directory, demo=demo)))
    command = "dms-pipeline plan" if demo else "edit it, then: dms-pipeline plan"
    click.echo(f"Wrote {written}. Next: {command}")


@app.command("import")
@click.argument("url")
@click.option(
    "--file",
    default="dms-pipeline.toml",
    type=click.Path(),
    metavar="FILE",
    help="The file to write (dms-pipeline.toml).",
)
@click.option(
    "--client", "clients", multiple=True, metavar="NAME=URL", help="Add a client; URL may be env:VARIABLE here too."
)
@click.option("--scope-info-table", default="scope_info", metavar="NAME", help="The table of scopes (scope_info).")
@connect_option
def import_(url: str, file: str, *, clients: tuple[str, ...], scope_info_table: str, connect_timeout: float) -> None:
    """Write the pipeline file of a server's database that Dotmim.Sync, or dms-pipeline, has provisioned.

    URL has no password: env:VARIABLE names an environment variable that holds one with it.
    """
    from dms_pipeline.cli import importing

    importing.run(url, file, clients, scope_info_table, connect_timeout)


@app.command()
@click.argument("files", nargs=-1, type=click.Path())
@json_option
def validate(files: tuple[str, ...], *, as_json: bool) -> int:
    """Check pipeline FILES; no database is opened."""
    from dms_pipeline.cli import checking

    return checking.run(files or ("dms-pipeline.toml",), as_json=as_json)


@app.command()
@file_argument
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="PLAN.json", help="Save the plan, to be applied as it is."
)
@click.option("--sql", is_flag=True, help="Print the SQL statements that apply would run.")
@click.option("--connection", metavar="NAME", help="With --sql: the statements of this database alone.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show it (text).")
@json_option
@click.option("--detailed-exitcode", is_flag=True, help="Exit code 2 when there is something to do.")
@permission_options
@connect_option
@verbose_option
def plan(  # noqa: PLR0913 - an option each
    file: str,
    *,
    out: Path | None,
    sql: bool,
    connection: str | None,
    form: str,
    as_json: bool,
    detailed_exitcode: bool,
    allow: tuple[str, ...],
    adopt: tuple[str, ...],
    connect_timeout: float,
    verbose: bool,
) -> int:
    """Look at the databases and show what apply would do, and why. Nothing is changed."""
    from dms_pipeline.cli import planning

    shown = planning.form_of(form, connection, sql=sql, as_json=as_json)
    made = planning.of_file(file, allow, adopt, connect_timeout)
    if made.plan.errors:
        # Nothing to save, and nothing that could be run: text and SQL are no result, a document is.
        planning.show_plan(made, form="json" if shown == "json" else "text", verbose=verbose, err=shown != "json")
        return 1
    if out is not None:
        planning.save(made, out)
    planning.show_plan(made, form=shown, verbose=verbose, connection=connection)
    return CHANGES_PENDING if detailed_exitcode and not made.plan.is_empty else 0


@app.command()
@file_argument
@click.option("--yes", is_flag=True, help="Do not ask. Steps that may lose something still need --allow.")
@click.option("--no-sync", is_flag=True, help="Change structure alone; move no rows.")
@json_option
@permission_options
@lock_option
@connect_option
@verbose_option
def apply(  # noqa: PLR0913 - an option each
    file: str,
    *,
    yes: bool,
    no_sync: bool,
    as_json: bool,
    allow: tuple[str, ...],
    adopt: tuple[str, ...],
    lock_timeout: float,
    connect_timeout: float,
    verbose: bool,
) -> int:
    """Show the plan, ask, do it, and sync. FILE may be a saved plan, which is applied as saved or refused."""
    from dms_pipeline.cli import applying, planning

    made = planning.of_file(file, allow, adopt, connect_timeout, lock_timeout)
    return applying.run(made, yes=yes, then_sync=not no_sync, as_json=as_json, verbose=verbose)


@app.command()
@file_argument
@click.option("--yes", is_flag=True, help="Do not ask. Steps that may lose something still need --allow.")
@json_option
@permission_options
@lock_option
@connect_option
@verbose_option
def destroy(  # noqa: PLR0913 - each argument is a fact of its own
    file: str,
    *,
    yes: bool,
    as_json: bool,
    allow: tuple[str, ...],
    adopt: tuple[str, ...],
    lock_timeout: float,
    connect_timeout: float,
    verbose: bool,
) -> int:
    """Take away what apply made: tracking tables, triggers, scopes, dms_ tables. User tables and rows stay."""
    from dms_pipeline.cli import applying, planning

    made = planning.to_destroy(_load(file, connect_timeout, lock_timeout), allow, adopt)
    return applying.run(made, yes=yes, then_sync=False, as_json=as_json, verbose=verbose)


@app.command()
@file_argument
@click.option("--scope", metavar="NAME", help="Sync this scope alone.")
@click.option("--client", default="*", metavar="GLOB", help="Sync the clients whose names fit.")
@click.option(
    "--reinitialize",
    is_flag=True,
    help="Send nothing, and replace the clients' rows by the server's; changes that were not sent go to dms_journal.",
)
@click.option("--reinitialize-with-upload", is_flag=True, help="Send changes as usual, then replace the clients' rows.")
@click.option("--yes", is_flag=True, help="With --reinitialize: do not ask.")
@json_option
@connect_option
@verbose_option
def sync(  # noqa: PLR0913 - an option each
    file: str,
    *,
    scope: str | None,
    client: str,
    reinitialize: bool,
    reinitialize_with_upload: bool,
    yes: bool,
    as_json: bool,
    connect_timeout: float,
    verbose: bool,
) -> int:
    """Move changed rows both ways."""
    from dms_pipeline.cli import syncing

    sync_type = syncing.type_of(reinitialize=reinitialize, with_upload=reinitialize_with_upload)
    pipeline = _load(file, connect_timeout)
    jobs = pipeline.jobs(scope, client, sync_type)
    if not yes and not syncing.approved(pipeline, jobs):
        return 1
    return syncing.run(pipeline, jobs, as_json=as_json, verbose=verbose)


@app.command()
@file_argument
@click.option("--detailed-exitcode", is_flag=True, help="Exit code 2 when something needs care.")
@json_option
@connect_option
def status(file: str, *, detailed_exitcode: bool, as_json: bool, connect_timeout: float) -> int:
    """Show where each client stands: last sync, rows that wait on each side, rows kept aside."""
    from dms_pipeline.cli import looking

    cared = looking.show_status(_load(file, connect_timeout), as_json=as_json)
    return CHANGES_PENDING if detailed_exitcode and cared else 0


@app.group()
def conflicts() -> None:
    """Look at the rows that lost a conflict; each is kept."""


@conflicts.command("list")
@file_argument
@json_option
@connect_option
def list_conflicts(file: str, *, as_json: bool, connect_timeout: float) -> None:
    """List the conflicts whose losing rows are kept."""
    from dms_pipeline.cli import keeping

    keeping.list_conflicts(_load(file, connect_timeout), as_json=as_json)


@conflicts.command("show")
@click.argument("identity", metavar="ID")
@file_argument
@json_option
@connect_option
def show_conflict(identity: str, file: str, *, as_json: bool, connect_timeout: float) -> None:
    """Show both rows of one conflict."""
    from dms_pipeline.cli import keeping

    keeping.check_identity(identity, "conflicts")
    keeping.show_conflict(_load(file, connect_timeout), identity, as_json=as_json)


@app.group()
def errors() -> None:
    """Look at the rows that could not be applied; each is kept, and tried again at each sync."""


@errors.command("list")
@file_argument
@json_option
@connect_option
def list_errors(file: str, *, as_json: bool, connect_timeout: float) -> None:
    """List the rows that could not be applied, with the reasons."""
    from dms_pipeline.cli import keeping

    keeping.list_errors(_load(file, connect_timeout), as_json=as_json)


@errors.command("show")
@click.argument("identity", metavar="ID")
@file_argument
@json_option
@connect_option
def show_error(identity: str, file: str, *, as_json: bool, connect_timeout: float) -> None:
    """Show one row that could not be applied: its values, why, since when."""
    from dms_pipeline.cli import keeping

    keeping.check_identity(identity, "errors")
    keeping.show_error(_load(file, connect_timeout), identity, as_json=as_json)


@errors.command("drop")
@click.argument("identity", metavar="ID")
@file_argument
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@connect_option
def drop_error(identity: str, file: str, *, yes: bool, as_json: bool, connect_timeout: float) -> int:
    """Give one row up: its values are deleted, and no sync tries it again."""
    from dms_pipeline.cli import keeping

    keeping.check_identity(identity, "errors")
    return keeping.drop_error(_load(file, connect_timeout), identity, yes=yes, as_json=as_json)
