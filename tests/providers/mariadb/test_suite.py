"""The suite that every provider takes."""

from tests.suite.everything import *  # noqa: F403 - one line, as for every provider
