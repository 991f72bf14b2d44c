# Every way in. `make run` and `make test` set up what they need by themselves.
PYTHON ?= python3
PORT ?= 8000
N ?=
VENV := .venv
BIN := $(VENV)/bin
export COEQUAL_HOME ?= $(CURDIR)/var
# The lock is complete: nothing is resolved at install, so neither what is newest
# today nor the pip that lies there can change what is installed. `pip check` says
# so if the lock ever were not complete.
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps
COMPILE := $(BIN)/uv pip compile -q --python-version 3.11 --generate-hashes --no-strip-extras --no-header --no-annotate --no-emit-index-url

.DEFAULT_GOAL := help
.PHONY: help run setup test lint audit format core web browser bench prove slice calibrate vectors screenshots look lock clean

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

run: $(VENV)/run.stamp ## Set up and serve on this machine (PORT=8000)
	@$(BIN)/coequal serve --port $(PORT)

setup: $(VENV)/dev.stamp ## Set up everything a developer needs

test: $(VENV)/dev.stamp ## Run every check: lint, types, contracts, tests, browser
	@PATH="$(abspath $(BIN)):$$PATH" bash tests/run

lint: $(VENV)/dev.stamp ## Ruff, bandit, templates, the contracts between rooms, mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	PATH="$(abspath $(BIN)):$$PATH" bash tests/bandit
	$(BIN)/djangofmt --check src docs
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

audit: $(VENV)/dev.stamp ## Known weaknesses of what is locked (REQUIRED=1: fail without a network)
	@$(BIN)/python tests/audit.py $(if $(REQUIRED),--required)

format: $(VENV)/dev.stamp ## Write code and templates in their one form
	$(BIN)/ruff format .
	$(BIN)/djangofmt src docs

bench: $(VENV)/dev.stamp ## Benchmarks, beside their peers where there are any
	@for program in benchmarks/[a-z]*.py; do $(BIN)/python $$program || exit 1; done

prove: $(VENV)/dev.stamp ## The long proofs, resumable (N= sets their size)
	N=$(N) $(BIN)/pytest -q -m hypothesis --hypothesis-profile proved -n 2 --dist worksteal tests
	N=$(N) $(BIN)/pytest -q -p no:randomly tests/prove
	N=$(N) $(BIN)/python -W ignore tests/postgres.py $(BIN)/pytest -q tests/prove/test_races.py

slice: $(VENV)/dev.stamp ## One slice of the long proofs, another one each day
	@PATH="$(abspath $(BIN)):$$PATH" bash tests/slice

calibrate: $(VENV)/dev.stamp ## Print the calibration tables into the algorithm page
	PYTHONPATH=benchmarks $(BIN)/python benchmarks/calibration/tables.py --write
	PYTHONPATH=benchmarks $(BIN)/python benchmarks/calibration/second_card.py --write
	PYTHONPATH=benchmarks $(BIN)/python benchmarks/calibration/change.py --write
	PYTHONPATH=benchmarks $(BIN)/python benchmarks/calibration/findings.py --write
	PYTHONPATH=benchmarks $(BIN)/python benchmarks/calibration/trend.py --write
	$(BIN)/python benchmarks/decide.py --write

vectors: $(VENV)/dev.stamp ## Make the known answers of the sealed format again
	$(BIN)/python -m tests.sealed.make_vectors

screenshots: $(VENV)/dev.stamp ## Take the pictures of the README again
	$(BIN)/python docs/screenshots.py

look: $(VENV)/dev.stamp ## Take the pictures of the components and of every page again
	$(BIN)/python docs/look.py
	$(BIN)/python docs/look_pages.py

lock: $(VENV)/dev.stamp ## Pin every requirement by hash (names no address)
	$(COMPILE) -o requirements/run.txt pyproject.toml requirements/run.in
	$(COMPILE) -o requirements/dev.txt pyproject.toml requirements/run.in requirements/dev.in

clean: ## Remove what setting up made (never your data in var/)
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis test-output benchmarks/var

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Coequal needs Python 3.11 or newer; $(PYTHON) is older."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv is missing. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up in $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: $(BIN)/python requirements/run.txt pyproject.toml
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-build-isolation -e .
	@$(BIN)/python -m pip check --disable-pip-version-check
	@touch $@

$(VENV)/dev.stamp: $(BIN)/python requirements/dev.txt pyproject.toml
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-build-isolation -e .
	@$(BIN)/python -m pip check --disable-pip-version-check
	@touch $@ $(VENV)/run.stamp
