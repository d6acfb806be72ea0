"""A sync says which rows it had to record first, because nothing had recorded them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.test_documents import fits

if TYPE_CHECKING:
    from tests.place import Place

TRIGGER = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%Product%update_trigger'"


def write_unseen(place: Place, where: str) -> None:
    """An edit while a trigger is away that looks as before then."""
    text = str(place.sql(where, TRIGGER))
    name = text.split('"')[1]
    place.sql(where, f'DROP TRIGGER "{name}"', """UPDATE "Product" SET name = 'unseen' WHERE id = 1""", text)


def test_a11_what_was_written_unseen_is_sent_with_a_warning(place: Place) -> None:
    place.made().done("apply", "--yes")
    write_unseen(place, "hq")

    ran = place.done("sync")

    assert (
        "warning: the triggers of Product on hq were off for a time, or were made anew; 2 rows and 0 deletes that"
        " nothing may have recorded count as changed now\n" in ran.err
    )
    assert "--reinitialize-with-upload --client shop retail.toml makes shop equal\n" in ran.err
    assert place.sql("shop", 'SELECT name FROM "Product" WHERE id = 1') == "unseen"
    assert place.done("sync").err == ""


def test_a11_the_document_names_table_and_reason(place: Place) -> None:
    place.made().done("apply", "--yes")
    write_unseen(place, "shop")

    (synced,) = fits(place.done("sync", "--json").out, "sync")["syncs"]

    assert synced["server_recovered"] == []
    assert synced["client_recovered"] == [{"table": "Product", "reason": "triggers", "rows": 2, "deletes": 0}]
