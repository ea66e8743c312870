# Two commands: `make run` shows the demo site, `make test` runs every test.
PYTHON ?= python3
PORT ?= 8000
# `make run THEME=dsfr` shows the demo site with the State design system.
THEME ?=
# `make run ACCOUNTS=1` lets the choice of who logs in follow to their other devices.
ACCOUNTS ?=
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check lint matrix mutation engines browser assets

export DEMO_THEME = $(THEME)
export DEMO_ACCOUNTS = $(ACCOUNTS)

run: $(VENV)/.run $(if $(THEME),$(VENV)/.$(THEME))
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(if $(LEDGER_DATABASE_URL),$(BIN)/python manage.py migrate --database=ledger --verbosity 0)
	@$(BIN)/python manage.py demo --port $(PORT)
	@$(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)

test: lint browser
	$(BIN)/python -m coverage erase
	$(BIN)/python -m pytest tests/unit tests/admin --numprocesses 2 --dist worksteal --cov --cov-report=
	$(BIN)/python -m pytest tests/faults tests/browser tests/performance tests/sites --numprocesses 2 --dist loadgroup
	$(BIN)/python -m coverage combine --append --quiet
	$(BIN)/python -m coverage report --skip-covered --fail-under=95
	$(BIN)/python tests/matrix.py --ends

# All tests that need no browser, with each Python, Wagtail and Django that is promised.
matrix: $(VENV)/.test
	$(BIN)/python tests/matrix.py

# How many of a sample of mutations the tests see: make mutation SAMPLE=200
mutation: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check cosmic-ray==8.7.0
	$(BIN)/python tests/mutation.py

# The main flows in Chromium, Firefox and WebKit, as Debian packages them:
# apt-get install firefox-esr webkit2gtk-driver xvfb
engines: $(VENV)/.test browser
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -r requirements-engines.txt
	$(BIN)/python -m pytest tests/engines -o addopts=--strict-markers

# The logic alone, without browser, server or admin.
check: lint
	$(BIN)/python -m pytest tests/unit --numprocesses 2 --dist worksteal

lint: $(VENV)/.test
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	git ls-files -z '*.html' | xargs -0 $(BIN)/djade --check --target-version 5.2
	$(BIN)/lint-imports --no-logo
	$(BIN)/ty check --python $(VENV)

# Only after a change in cookie_pages/static_src: needs Node; what it makes is committed.
assets:
	cd cookie_pages/static_src && npm install --no-package-lock --no-audit --no-fund --silent
	cd cookie_pages/static_src && npm run --silent build
	cd cookie_pages && sha256sum static_src/*.js static_src/*.css static/cookie_pages/* themes/dsfr/static/cookie_pages_dsfr/* > static_src/built.sha256

# Finds Chromium, or installs it, or says what to do.
browser: $(VENV)/.test
	@$(BIN)/python tests/browser/chromium.py

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dsfr: requirements-dsfr.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -r requirements-dsfr.txt
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -r requirements-test.txt
	@touch $@
