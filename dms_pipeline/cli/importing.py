"""What `import` prints."""

from __future__ import annotations

import click

from dms_pipeline.cli import show
from dms_pipeline.commands import Settings, import_database
from dms_pipeline.errors import UsageError
from dms_pipeline.runtime.files import DEFAULT_FILE


def run(url: str, file: str, clients: tuple[str, ...], scope_info_table: str, connect_timeout: float) -> None:
    """Write the file; say what was found, and what comes next."""
    imported = import_database(
        url,
        file,
        clients=dict(_named(text) for text in clients),
        scope_info_table=scope_info_table,
        settings=Settings(connect_timeout_s=connect_timeout),
    )
    for name, reason in imported.left_out.items():
        show.warn(f"scope {name} is left out: {reason}")
    command = "dms-pipeline plan" if file == DEFAULT_FILE else f"dms-pipeline plan {file}"
    click.echo(f"{imported}. Wrote {file}. Next: {command}")


def _named(text: str) -> tuple[str, str]:
    name, separator, url = text.partition("=")
    if not separator or not name or not url:
        raise UsageError(f'--client "{text}" is not NAME=URL', hint="as in --client shop-1=sqlite:///shop-1.db")
    return name, url
