"""What commands say: counts, names, ways out; and flags that contradict each other or do nothing."""

from __future__ import annotations

import json
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine import make_url

from dms_pipeline.cli import main

if TYPE_CHECKING:
    from tests.place import Place


@pytest.mark.parametrize(("arguments", "command"), [([], "apply"), (["conflicts"], "show"), (["errors"], "drop")])
def test_a_command_alone_shows_what_there_is(
    arguments: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(arguments)
    out, err = capsys.readouterr()

    assert (code, err) == (0, "")
    assert re.search(rf"^  {command} ", out, re.MULTILINE)


def test_a_mistyped_connection_is_guessed(place: Place) -> None:
    place.write()
    file = place.folder / "retail.toml"
    file.write_text(file.read_text().replace('server = "hq"', 'server = "hqq"'))
    ran = place.run("validate")

    assert 'scopes.products.server is "hqq"; connections are hq, shop' in ran.err
    assert 'did you mean "hq"?' in ran.err


def test_good_files_are_told_of_beside_bad_ones(place: Place) -> None:
    place.write()
    (place.folder / "bad.toml").write_text("version = 2\n")
    ran = place.run("validate", "bad.toml")

    assert ran.code == 1
    assert ran.out == "retail.toml: valid, 2 connections, 1 scope\n"
    assert "bad.toml" in ran.err
    assert json.loads(place.run("validate", "bad.toml", "--json").out)["valid"] == ["retail.toml"]


@pytest.mark.parametrize("command", ["sync", "destroy", "status", "validate"])
def test_a_saved_plan_in_the_place_of_a_pipeline_is_noticed(place: Place, command: str) -> None:
    place.made().done("plan", "--out", "plan.json")
    ran = place.run(command, file="plan.json")

    assert ran.code == 1
    assert "error[usage]: plan.json is a saved plan, not a pipeline file\nhint: dms-pipeline apply plan.json" in ran.err


def test_sql_and_json_exclude_each_other(place: Place) -> None:
    ran = place.made().run("plan", "--sql", "--json")

    assert [one["code"] for one in ran.errors] == ["usage"]


def test_the_sql_of_one_database_can_be_piped(place: Place) -> None:
    place.made()
    whole = place.done("plan", "--sql").out
    parts = [place.done("plan", "--sql", "--connection", name).out for name in ("hq", "shop")]

    assert whole == "".join(parts)
    assert parts[0].startswith("-- hq\n")
    assert "-- shop" not in parts[0]
    assert 'did you mean "shop"?' in place.run("plan", "--sql", "--connection", "shp").err
    assert place.run("plan", "--connection", "shop").code == 1


def test_the_sql_of_a_mariadb_database_is_read_by_its_own_client(place: Place, mariadb_url: str) -> None:
    place.made(server=mariadb_url)
    url = make_url(mariadb_url)
    script = place.done("plan", "--sql", "--connection", "hq").out
    client = ["mariadb", f"--host={url.host}", f"--port={url.port}", f"--user={url.username}", f"{url.database}"]
    ran = subprocess.run(client, input=script, text=True, capture_output=True, check=False)

    assert ran.stderr == ""
    triggers = "SELECT count(*) FROM information_schema.triggers WHERE event_object_schema = DATABASE()"
    assert place.sql("hq", triggers) == 3


def test_flags_that_permit_nothing_are_named(place: Place) -> None:
    ran = place.made().done("plan", "--allow", "drop-tracking-table:Prodct", "--adopt", "product")

    assert "warning: --allow drop-tracking-table:Prodct permits nothing" in ran.err
    assert "warning: --adopt product takes nothing over" in ran.err
    assert "warning" not in place.done("plan", "--allow", "create-table:Product").err


def test_a_stored_document_is_shortened_for_people_and_whole_in_sql(place: Place) -> None:
    place.made()
    shown = place.done("plan", "-v").out

    assert re.search(r"INSERT INTO .?scope_info.? .*… \([\d,]+ characters\)'", shown)
    assert max(map(len, shown.splitlines())) < 1200
    assert "…" not in place.done("plan", "--sql").out


def test_what_may_not_fit_is_listed_by_a_verbose_plan_that_has_nothing_to_do(place: Place, postgresql_url: str) -> None:
    place.server = postgresql_url
    place.sql("hq", 'CREATE TABLE "Product" (id integer PRIMARY KEY, price numeric(38, 20))')
    place.write()
    place.done("apply", "--yes")

    assert place.done("plan").out == "Nothing to do: the databases are as the file says.\n"
    assert "note[lossy-type]: shop: Product.price: numeric(38,20) on hq" in place.done("plan", "-v").out


def test_a13_a_plan_advises_wal_for_a_file_that_applications_use(place: Place) -> None:
    """A note and no step; a file that is yet to be filled has no applications."""
    place.made()
    notes = [line for line in place.done("plan").out.splitlines() if line.startswith("note[rollback-journal]")]

    assert len(notes) == 1
    assert notes[0].startswith("note[rollback-journal]: hq: it is not in WAL mode: while a sync copies rows out, no")
    place.done("apply", "--yes")
    place.sql("hq", "PRAGMA journal_mode = WAL")
    shown = place.done("plan", "-v").out
    assert "note[rollback-journal]: shop: " in shown
    assert "note[rollback-journal]: hq: " not in shown


def test_a_file_that_differs_from_what_is_set_up_is_said(place: Place) -> None:
    place.made().done("apply", "--yes")
    place.write(tables='{ name = "Product", columns = ["id"] }')

    ran = place.done("sync")

    assert (
        "warning: retail.toml differs from what scope products has; dms-pipeline plan retail.toml shows what" in ran.err
    )
