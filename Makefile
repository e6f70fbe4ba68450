# Every command here works in a clean clone; `make help` lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STORE ?= sqlite:.store/led-2016.sqlite
PORT_ARGUMENT := $(if $(PORT),--port $(PORT),)
ROOMS := schema graph loaders viz api
MVN ?= mvn
NEO4J := tests/neo4j
PEER := bench/graphql/peer
AUDITS := tests/http

.DEFAULT_GOAL := help
.PHONY: help run test contract check bench-start bench-load bench-graphql bench-analysis bench-match bench-view neo4j-jars node-packages \
	data schema-file wheel bundle bundle-test clean lock

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

ifeq ($(STORE),neo4j)
run: $(VENV)/.ready $(if $(filter neo4j% bolt%,$(LEDWERK_STORE)),,neo4j-jars)
	@$(BIN)/python $(NEO4J)/run.py $(PORT_ARGUMENT)
else
run: $(VENV)/.ready ## show data/led-2016 in the browser; with STORE=neo4j on a real Neo4j
	@$(BIN)/ledwerk load data/led-2016 --yes --store $(STORE)
	@$(BIN)/ledwerk serve --store $(STORE) $(PORT_ARGUMENT)
endif

# The audits of GraphQL over HTTP run on Node.js; without it they are skipped, or in CI fail.
HAS_NODE = $(shell { command -v node && command -v npm; } 2>/dev/null)

test: $(VENV)/.ready-dev $(if $(HAS_NODE),$(AUDITS)/node_modules/.ready) ## run every test that needs no more than this machine has
	@$(BIN)/python -m pytest

# Nothing may be skipped here: CI=true makes a skip a failure.
contract: $(VENV)/.ready-dev $(if $(LEDWERK_TEST_NEO4J),,neo4j-jars) ## the promises of a store, on both stores
	@CI=true $(BIN)/python -m pytest tests/contract tests/neo4j

check: $(VENV)/.ready-dev ## format, lint, types and layers
	$(BIN)/ruff format --check $(ROOMS) tests bench bundling
	$(BIN)/ruff check $(ROOMS) tests bench bundling
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/architecture

neo4j-jars: $(NEO4J)/.jars/.ready ## fetch the Neo4j that the tests start (once; needs Maven)

node-packages: $(AUDITS)/node_modules/.ready $(PEER)/node_modules/.ready ## fetch what tests and benchmarks run on Node.js (once)

bench-start: $(VENV)/.ready-dev ## how long until the first answer, and until the help is there
	@$(BIN)/python bench/start.py

bench-load: $(VENV)/.ready-dev neo4j-jars ## loading H2020 from its files, beside bare insertion of the rows
	@$(BIN)/python bench/load.py
	@$(BIN)/python bench/load_neo4j.py

bench-graphql: $(VENV)/.ready-dev neo4j-jars $(PEER)/node_modules/.ready ## requests a second beside @neo4j/graphql; ARGUMENTS=--help tells more
	@$(BIN)/python bench/graphql/run.py $(ARGUMENTS)

bench-analysis: $(VENV)/.ready-dev ## measures beside NetworkX and igraph; ARGUMENTS=--help tells more
	@$(BIN)/python bench/analysis/run.py $(ARGUMENTS)

bench-match: $(VENV)/.ready-dev ## doubles found in pairs that a person labelled, beside RapidFuzz alone
	@$(BIN)/python bench/match/run.py $(ARGUMENTS)

bench-view: $(VENV)/.ready-dev ## the page beside plain pyvis, in headless Chromium; ARGUMENTS=--help tells more
	@$(BIN)/python bench/view/run.py $(ARGUMENTS)

data: $(VENV)/.ready ## write data/led-2016/datapackage.json and docs/model.md anew from the model
	@$(BIN)/python -m ledwerk.loaders.datapackage data/led-2016
	@$(BIN)/python -m ledwerk.schema.documentation > docs/model.md

schema-file: $(VENV)/.ready ## write schema.graphql anew from the model
	@$(BIN)/python -m ledwerk.api.graphql_schema > api/schema.graphql

wheel: $(VENV)/.ready-dev ## build the package into dist/
	@$(BIN)/python -m pip -q wheel --no-deps --wheel-dir dist .

bundle: $(VENV)/.ready-dev ## a zip to run ledwerk from on a laptop without internet; SYSTEMS="linux windows" is smaller
	@$(BIN)/python -m bundling.make $(SYSTEMS)

bundle-test: $(VENV)/.ready-dev ## start the bundle of dist/ with the network cut off (Linux)
	@$(BIN)/python bundling/try_out.py

lock: $(VENV)/.ready ## pin the dependencies anew
	@$(BIN)/python -m pip -q install uv
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --no-header \
		--generate-hashes pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --no-emit-index-url --no-header \
		--generate-hashes --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock
	@printf 'hatchling\neditables\n' | $(BIN)/uv pip compile -q --universal --python-version 3.11 \
		--no-emit-index-url --no-header --no-annotate --generate-hashes - \
		-c requirements-dev.lock -o requirements-build.lock

clean: ## remove what was made here: environment, store, caches
	rm -rf $(VENV) .store dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		$(NEO4J)/.jars $(PEER)/node_modules $(AUDITS)/node_modules

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed: sudo apt install python3 (or name one with make PYTHON=...)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
		echo "Python's venv is missing: sudo apt install python3-venv"; exit 1; }
	@echo "making an environment in $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.lock requirements-build.lock pyproject.toml
	@$(BIN)/python -m pip -q --disable-pip-version-check install --require-hashes -r requirements.lock
	@$(BIN)/python -m pip -q --disable-pip-version-check install --require-hashes -r requirements-build.lock
	@$(BIN)/python -m pip -q --disable-pip-version-check install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@$(BIN)/python -m pip -q --disable-pip-version-check install --require-hashes -r requirements-dev.lock
	@touch $@

# Jars of another version must not stay beside the new ones. A download may break off: what came is
# kept by Maven, and another try takes the rest.
$(NEO4J)/.jars/.ready: $(NEO4J)/pom.xml
	@command -v $(MVN) >/dev/null || { echo "Maven is missing: sudo apt install maven"; exit 1; }
	@rm -rf $(@D)
	@for try in 1 2 3; do \
		$(MVN) -q -B -f $< dependency:copy-dependencies -DincludeScope=runtime \
			-DoutputDirectory=$(abspath $(@D)) && break; \
		test $$try -lt 3 || exit 1; \
		echo "Maven failed; trying again" >&2; sleep 5; \
	done
	@touch $@

%/node_modules/.ready: %/package.json %/package-lock.json %/.npmrc
	@command -v node >/dev/null && command -v npm >/dev/null || { \
		echo "Node.js 20 or newer is needed: sudo apt install nodejs npm"; exit 1; }
	@cd $* && npm ci --loglevel=error --no-progress >/dev/null
	@touch $@
