# One entry for every task. `make samples` and `make test` need only python3 (3.11+), make, and root
# or sudo for the system's Pango packages; both can be run again at any time.

BIN := .venv/bin
BUILD ?= build
export PYTHON

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help samples test check lint types layers unit torture bench bench-quick clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

samples: ## Set up, then render every sample into build/
	@.ci/setup run
	@.ci/render-samples $(BUILD)

test: ## Set up with the developers' tools, then run all the checks
	@.ci/setup dev
	@$(MAKE) --no-print-directory check

check: lint types layers unit ## Run all the checks in the environment as it is

lint: | $(BIN)/pytest ## Run ruff
	@$(BIN)/ruff check .

types: | $(BIN)/pytest ## Run mypy --strict
	@$(BIN)/mypy

layers: | $(BIN)/pytest ## Check that imports run downward only (import-linter)
	@$(BIN)/lint-imports

unit: | $(BIN)/pytest ## Run the tests, one process a core
	@$(BIN)/python -m pytest -n auto

torture: | $(BIN)/pytest ## Attack it at full length, and print the scorecard (hours)
	@$(BIN)/python -m pytest tests/torture --torture -n auto

bench: | $(BIN)/pytest ## Measure speed and memory beside other programs, and print the tables (long)
	@$(BIN)/python -m benchmarks

bench-quick: | $(BIN)/pytest ## The same with few rounds and documents
	@$(BIN)/python -m benchmarks --quick

$(BIN)/pytest:
	@echo "The environment is not there yet: run  make test" >&2; exit 1

clean: ## Remove what was built; the environment stays
	@rm -rf $(BUILD) dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find casereport tests samples benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
