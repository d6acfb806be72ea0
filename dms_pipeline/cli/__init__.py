"""The command line: options in, one call of `commands`, text or JSON out, an exit code.

stdout is the result alone; progress, questions, warnings, hints and the plan that `apply` asks about go to stderr.
Exit codes are Terraform's: 0 done or shown, 1 failed or refused (wrong usage and Ctrl-C too), 2 with
`--detailed-exitcode` when something is to be done, 3 when rows that could not be applied are kept aside.

`main` runs a command and is the one place that prints errors; `app` has the commands, `show` the words.
"""

from __future__ import annotations

import signal
import sys
import threading
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from dms_pipeline.cli import show
from dms_pipeline.cli.app import app
from dms_pipeline.errors import DmsError

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    _stop_on_terminate()
    given = sys.argv[1:] if arguments is None else list(arguments)
    as_json = "--json" in given or "--format=json" in given or ("--format", "json") in pairwise(given)
    try:
        result = app.main(args=given, prog_name="dms-pipeline", standalone_mode=False)
        sys.stdout.flush()
    except DmsError as error:
        show.error(error, as_json=as_json)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())  # a command without its command: whoever asks like this wants to look
        return 0
    except click.UsageError as error:
        show.usage(error, as_json=as_json)
    except (click.Abort, KeyboardInterrupt):
        show.stopped(as_json=as_json)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone (`| head`); Python would complain once more when it ends
    else:
        return result if isinstance(result, int) else 0
    return FAILED


def _stop_on_terminate() -> None:
    """SIGTERM ends a command as Ctrl-C does: between two statements, with what is open rolled back."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)
