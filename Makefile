# `make demo` shows what Ravabet does; `make test` proves it. Both make their own .venv and need nothing but Python 3.12 or 3.13.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
OUT ?= out
CORPUS ?=
say = @printf '\n\033[1m▸ %s\033[0m\n' "$(1)" >&2

# Plain names may be shims that fail, so each candidate is run before it is believed.
PYTHON ?= $(shell for python in python3.13 python3.12 python3 "$$HOME"/.pyenv/versions/3.1[23]*/bin/python3 /usr/local/bin/python3.1[23] /opt/python3.1[23]/bin/python3; do \
	"$$python" -c 'import sys; sys.exit(not (3, 12) <= sys.version_info < (3, 14))' 2>/dev/null && { echo "$$python"; break; }; done)

.PHONY: help install demo test check bench clean

help: ## what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.12 or 3.13 found. Install one (Debian 13, Ubuntu 24.04: apt install python3 python3-venv; elsewhere: pyenv install 3.13), or name it: make PYTHON=/path/to/python3.13 …" >&2; exit 1; }
	$(call say,making $(VENV) with $(PYTHON))
	@"$(PYTHON)" -m venv $(VENV) || { echo "This Python cannot make environments; Debian and Ubuntu: apt install python3-venv" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(call say,installing Ravabet and its libraries (a minute or two; about 500 MB on disk))
	@$(BIN)/python -m pip install --disable-pip-version-check --progress-bar on -q -e .
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(call say,installing what the tests need)
	@$(BIN)/python -m pip install --disable-pip-version-check -q -e '.[test]'
	@touch $@

install: $(VENV)/.installed ## the environment with `ravabet` in it

demo: $(VENV)/.installed ## read the sample articles, print the triples, answer two questions, write RDF and a picture
	@bash samples/demo.sh $(BIN)/ravabet $(OUT)

test: $(VENV)/.tested ## every test, those against a real Neo4j included
	$(call say,style and types)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	$(call say,tests (a real Neo4j is fetched once with Maven and started on a free port))
	@$(BIN)/python -m pytest
	@printf '\nAll passed. Next: make demo, or  %s/ravabet read YOUR-ARTICLES/ && %s/ravabet ask said --about ایران\n' $(BIN) $(BIN) >&2

check: $(VENV)/.tested ## style, types and the quick tests (no server)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/python -m pytest -q -m "not neo4j"

bench: $(VENV)/.installed ## speed and memory beside hazm alone: make bench CORPUS=articles.jsonl
	@$(BIN)/python scripts/bench.py $(or $(CORPUS),samples/telegram.jsonl)

clean: ## take away the environment and what the demo wrote
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
