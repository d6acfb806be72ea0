"""The suite that every provider takes; rows are inserted in both ways, by their number."""

from tests.providers.mariadb.inserting import few  # noqa: F401 - a fixture that every test has
from tests.suite.everything import *  # noqa: F403 - one line, as for every provider
