# Three doors. Each does all its own set-up; a fresh machine needs git, make and Python 3.11 or later.
#
#   make demo   two small SQLite databases: plan, apply, edit both, sync, look at the conflict
#   make test   all tests; PostgreSQL from DMS_TEST_POSTGRESQL_URL, else from 127.0.0.1:5432, else started for the run
#   make soak   an hour or more: ten thousand histories of writes, syncs, crashes on SQLite, hundreds with PostgreSQL

SHELL := /bin/sh
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
INSTALL := .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable
TESTS ?=

.PHONY: demo test soak
.DELETE_ON_ERROR:

demo: .venv/.demo
	@bash pipelines/demo.sh demo

# TESTS="tests/plan -k order" runs some of them.
test: .venv/.dev
	@.venv/bin/python -m pytest -n auto --dist loadfile $(TESTS)

# SEED=1732500000 plays the same histories again; HISTORIES="84 5" are multiples of what make test plays;
# STRESS is for how many seconds writers of both sides and syncs are let loose on each other.
SEED := $(or $(SEED),$(shell date +%s))
HISTORIES ?= 84 5
STRESS ?= 600
SOAK := .venv/bin/python -m pytest tests/providers -k "test_any_history or row_by_row or made_good" --hypothesis-seed=$(SEED)
soak: .venv/.dev
	@echo "SEED=$(SEED)"
	@DMS_HISTORIES=$(word 1,$(HISTORIES)) $(SOAK) -m "not postgresql"
	@DMS_HISTORIES=$(word 2,$(HISTORIES)) $(SOAK) -m postgresql
	@DMS_STRESS_SECONDS=$(STRESS) .venv/bin/python -m pytest -rP tests/sync/test_stress.py

# The stamps are older than pyproject.toml when it has changed, and then what it names is installed again.
.venv/.demo: pyproject.toml | .venv/bin/python
	@$(INSTALL) .
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	@$(INSTALL) '.[dev]'
	@touch .venv/.demo $@

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or later is needed; PYTHON=/path/to/python3 names one.' >&2; exit 1; }
	@$(PYTHON) -m venv .venv
