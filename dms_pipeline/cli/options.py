"""Options that several commands share, and how they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., Any]

_UNITS = {"": 1.0, "s": 1.0, "m": 60.0, "h": 3600.0}


class Duration(click.ParamType[float]):
    """A time: `30`, `30s`, `5m`, `1h`; in seconds once read."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The seconds."""
        if isinstance(value, float):
            return value
        match = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", str(value))
        if match is None:
            self.fail(f'"{value}" is no time; write 30s, 5m or 1h', param, ctx)
        return float(match[1]) * _UNITS[match[2]]


def file_argument(function: Command) -> Command:
    """FILE, last and optional."""
    return click.argument("file", required=False, default="dms-pipeline.toml", type=click.Path())(function)


def json_option(function: Command) -> Command:
    """`--json`: one document on stdout."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")(function)


def verbose_option(function: Command) -> Command:
    """`-v`: everything."""
    return click.option("-v", "--verbose", is_flag=True, help="Show everything, in the same order.")(function)


def permission_options(function: Command) -> Command:
    """`--allow` and `--adopt`."""
    adopt = click.option("--adopt", multiple=True, metavar="SCOPE", help="Take over a scope that somebody else made.")
    allow = click.option(
        "--allow",
        multiple=True,
        metavar="KIND:TABLE",
        help="Permit steps that may lose something; the plan names them.",
    )
    return allow(adopt(function))


def connect_option(function: Command) -> Command:
    """`--connect-timeout`."""
    return click.option(
        "--connect-timeout",
        type=Duration(),
        default=10.0,
        metavar="TIME",
        help="How long to wait for a connection (10s).",
    )(function)


def lock_option(function: Command) -> Command:
    """`--lock-timeout`."""
    return click.option(
        "--lock-timeout",
        type=Duration(),
        default=5.0,
        metavar="TIME",
        help="How long to wait for somebody else's lock (5s).",
    )(function)
