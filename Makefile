# `make run` opens the chat, `make test` runs the suite, `make evals` judges the answers, `make bench` measures speed.
# All set up what they need and skip what is up to date.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

# Named after the content of both files: an unchanged project installs nothing, whatever the clock says.
KEY    := $(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)
USE    := $(VENV)/.installed-$(KEY)
DEV    := $(VENV)/.installed-dev-$(KEY)

.DELETE_ON_ERROR:
.PHONY: run test lint evals bench clean

run: $(USE)
	@$(BIN)/secondcheck run

test: $(DEV)
	$(BIN)/python -m pytest

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

evals: $(USE)
	$(BIN)/python -m evals

bench: $(DEV)
	$(BIN)/python -m evals.bench

clean:
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Second Check needs Python 3.11 or newer and $(PYTHON) is " + sys.version.split()[0] + ". Name a newer one: make run PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(USE): | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --editable . --constraint constraints.txt
	@rm -f $(VENV)/.installed-* && touch $@

$(DEV): | $(VENV)/pyvenv.cfg
	$(BIN)/python -m pip install --editable '.[dev]' --constraint constraints.txt
	@rm -f $(VENV)/.installed-* && touch $@ $(USE)
