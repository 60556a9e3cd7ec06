# The two commands of the README are `make run` and `make test`; both set up what they need.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)

.PHONY: help setup run test unit lint types lock ui bench train graph screenshots clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 13

setup: $(VENV)/.ready ## create .venv with the locked packages

# Bytecode is compiled here: without it each start of Dagster costs about two seconds more.
$(VENV)/.ready: pyproject.toml requirements/bootstrap.lock requirements/project.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and none was found: install one, or say 'make PYTHON=/its/path'." >&2; exit 1; }
	@"$(PYTHON)" -m venv --clear $(VENV) || { echo "The venv could not be made: on Debian and Ubuntu install python3-venv." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bootstrap.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode -r requirements/project.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q nhscuts_pipeline
	@touch $@

run: setup ## build warehouse/nhscuts.duckdb from sources/
	@$(BIN)/nhscuts run

test: setup ## run every test
	@$(BIN)/pytest

unit: setup ## run the tests that take seconds
	@$(BIN)/pytest tests/unit tests/sql

lint: setup ## check style with ruff
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: setup ## check types with mypy, strict
	@$(BIN)/mypy

ui: setup ## open the Dagster UI on this machine
	@$(BIN)/nhscuts ui

bench: setup .venv-bench/.ready ## measure the speed of the extraction
	@$(BIN)/python benchmarks/extraction.py --quantulum3 .venv-bench/bin/python

train: setup .venv-train/.ready ## train the models of the extraction anew, and measure them
	@$(BIN)/python tests/gold/list_words.py
	@cd tests/gold && for model in gate sense cells when heard whose review; do ../../.venv-train/bin/python train_$$model.py; done

.venv-train/.ready: $(VENV)/.ready requirements/train.lock
	@"$(PYTHON)" -m venv --clear .venv-train
	@$(BIN)/uv pip install --quiet --python .venv-train/bin/python --require-hashes -r requirements/train.lock
	@$(BIN)/uv pip install --quiet --python .venv-train/bin/python --no-deps --no-build-isolation --editable .
	@touch $@

.venv-bench/.ready: $(VENV)/.ready requirements/bench.lock
	@"$(PYTHON)" -m venv --clear .venv-bench
	@$(BIN)/uv pip install --quiet --python .venv-bench/bin/python --require-hashes -r requirements/bench.lock
	@touch $@

graph: setup ## renew tests/unit/asset_graph.txt after a change of the graph that is meant
	@$(BIN)/python tests/support/asset_graph.py

screenshots: setup ## take the pictures of docs/images/ anew; needs Chromium
	@NHSCUTS_SCREENSHOTS=docs/images $(BIN)/pytest tests/browser

lock: setup ## resolve pyproject.toml again into requirements/*.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-strip-extras --no-header --extra dev --extra server pyproject.toml --upgrade --output-file requirements/project.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --extra dev --extra train pyproject.toml --output-file requirements/train.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header requirements/bootstrap.in --upgrade --output-file requirements/bootstrap.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate requirements/duckdb-1.2.in --upgrade --output-file requirements/duckdb-1.2.lock
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate requirements/bench.in --upgrade --output-file requirements/bench.lock

clean: ## remove what a run and the set-up built; sources stay
	@rm -rf $(VENV) .venv-duckdb12 .venv-bench .venv-train .dagster .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find warehouse -mindepth 1 ! -name README.md -delete
