# Needs Python 3.11 or later (with venv) and make. README.md says what each target is for.

PYTHON ?= python3
BIN := .venv/bin

# What the deployment checks are run with.
PRODUCTION = SITE_URL=https://example.dk ALLOWED_HOSTS=example.dk \
	DATABASE_URL=sqlite://:memory: \
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))')

# The files say which packages, never where this machine got them from.
COMPILE = $(LOCK)/bin/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe \
	--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(UPGRADE)
LOCK := var/lock

# The tests on every core, those of a file together, since some share a started site;
# CORES= runs them one by one.
CORES := --numprocesses auto --dist loadscope

.PHONY: run test lint lock screenshots measure bench-data bench-growth

run: .venv/base.installed
	@exec $(BIN)/python manage.py start --watch

# The browser asks nothing of the database, so it is driven once.
test: .venv/dev.installed
	$(BIN)/pytest -rs $(CORES)
	$(BIN)/python -m tests.on_postgresql -rs $(CORES) --ignore=tests/browser

lint: .venv/dev.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djade --check --target-version 5.2 $$(find templates content -name '*.html')
	$(BIN)/codespell
	$(BIN)/yamllint --strict compose.yaml .yamllint.yaml
	$(BIN)/hadolint Dockerfile
	$(PRODUCTION) $(BIN)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

# The weights and queries of docs/measurements.md; tests/measure_speed.py has the speed.
measure: .venv/dev.installed
	$(BIN)/python -m tests.measure

# A scratch site of N pages in var/bench, or where DATABASE_URL says.
N := 20000
bench-data: .venv/dev.installed
	$(BIN)/python -m tests.bench.fill $(N)

# What growth costs, on both databases; docs/growth.md has the figures.
bench-growth: .venv/dev.installed
	$(BIN)/python -m tests.bench.growth

# The pictures of the documents, taken anew in Chromium.
screenshots: .venv/dev.installed
	$(BIN)/python -m tests.screenshots

# `make lock UPGRADE=--upgrade` takes the newest versions that pyproject.toml allows.
lock: $(LOCK)/bin/pip-compile
	$(COMPILE) --output-file requirements/base.txt pyproject.toml
	$(COMPILE) --extra test --extra lint --constraint requirements/base.txt \
		--output-file requirements/dev.txt pyproject.toml

$(LOCK)/bin/pip-compile:
	$(PYTHON) -m venv $(LOCK)
	$(LOCK)/bin/pip install --quiet --disable-pip-version-check 'pip-tools>=7.6'

.venv/%.installed: requirements/%.txt | $(BIN)/pip
	@echo Installing what $< lists
	@$(BIN)/pip install --quiet --disable-pip-version-check \
		--require-hashes --only-binary :all: --requirement $<
	@touch $@

# pip is what venv makes last: without it a broken-off start would count as done.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit( \
		"Python 3.11 or later is needed. Set PYTHON to it: make run PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
