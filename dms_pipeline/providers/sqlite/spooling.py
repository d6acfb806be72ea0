"""Changes copied out of a file at once, so that nobody waits while they travel (A13).

Without WAL, whoever reads keeps all others from committing: an application would wait for the slowest network.
"""

from __future__ import annotations

import marshal
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from dms_pipeline.errors import DiskFull
from dms_pipeline.providers.sqlite.marks import has_wal
from dms_pipeline.schema.model import TableName
from dms_pipeline.sync.changes import ChangeKind, RowBatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dms_pipeline.providers.connection import Connection

_LENGTH = 8  # bytes, before each batch
IN_MEMORY = 8 * 1024 * 1024  # bytes; what is larger goes into a temporary file


@contextmanager
def detached(connection: Connection, batches: Iterator[RowBatch]) -> Iterator[Iterator[RowBatch]]:
    """The same batches for a block; without WAL they are copied out first, and the transaction is committed."""
    if has_wal(connection):
        yield batches
        return
    with SpooledTemporaryFile(max_size=IN_MEMORY) as spool:
        try:
            for batch in batches:
                _write(spool, batch)
            spool.seek(0)
        except OSError as error:
            raise DiskFull(
                connection.endpoint,
                f"there is no room for a copy of what is to be sent ({error.strerror})",
                hint="make room where temporary files are, or set the database to WAL: PRAGMA journal_mode = WAL",
            ) from error
        connection.execute("COMMIT")
        yield _read(spool)


def _write(spool: SpooledTemporaryFile[bytes], batch: RowBatch) -> None:
    # Nothing but numbers, texts and bytes; no other format is as fast, and nobody else reads this one. From a file,
    # `marshal` would read value by value.
    data = marshal.dumps((batch.table.schema, batch.table.name, str(batch.kind), batch.encoding, batch.rows))
    spool.write(len(data).to_bytes(_LENGTH))
    spool.write(data)


def _read(spool: SpooledTemporaryFile[bytes]) -> Iterator[RowBatch]:
    while length := spool.read(_LENGTH):
        data = spool.read(int.from_bytes(length))
        schema, name, kind, encoding, rows = marshal.loads(data)  # noqa: S302 - we wrote it a moment ago
        yield RowBatch(TableName(schema, name), ChangeKind(kind), encoding, rows, len(rows))
