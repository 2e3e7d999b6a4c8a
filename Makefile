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
HASHED := --quiet --disable-pip-version-check --require-hashes --only-binary :all:

# The tests on every core, those of a file together, since some share a started site;
# CORES= runs them one by one.
CORES := --numprocesses auto --dist loadscope

AUDIT := var/audit
FOUND = $(AUDIT)/found.json
TELL = import json, sys; [print(each["name"], each["version"], *(flaw["id"] for flaw in each["vulns"])) \
	for each in json.load(open(sys.argv[1]))["dependencies"] if each["vulns"]]
# A closed network may have a copy of the list of known flaws: AUDIT_FROM='--osv-url=…'.
AUDIT_FROM := --vulnerability-service osv

.PHONY: run test fuzz lint lock sbom audit screenshots measure bench endure bench-data bench-growth \
	faults rehearse

run: .venv/base.installed
	@exec $(BIN)/python manage.py start --watch

# The browser asks nothing of the database, so it is driven once.
test: .venv/dev.installed
	$(BIN)/pytest -rs $(CORES)
	$(BIN)/python -m tests.on_postgresql -rs $(CORES) --ignore=tests/browser

# Requests of all kinds, each time others: `make fuzz N=100000` takes ten minutes of a core.
fuzz: N = 10000
fuzz: .venv/dev.installed
	FUZZ=$(N) $(BIN)/pytest -q tests/test_fuzz.py

lint: .venv/dev.installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djade --check --target-version 5.2 $$(find templates content -name '*.html')
	$(BIN)/codespell
	$(BIN)/yamllint --strict compose.yaml .yamllint.yaml deploy/kubernetes
	$(BIN)/hadolint Dockerfile
	$(PRODUCTION) $(BIN)/python manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(BIN)/python manage.py check --deploy --fail-level WARNING

# The weights and queries of docs/measurements.md.
measure: .venv/dev.installed
	$(BIN)/python -m tests.measure

# The site beside servers that do nothing else; WRITE=1 puts the table in docs/performance.md.
bench: .venv/dev.installed
	$(BIN)/python -m tests.bench.speed $(if $(WRITE),--write)

# What it endures: five hundred slow clients, and being told to start anew.
endure: .venv/dev.installed
	$(BIN)/python -m tests.bench.endurance slow
	$(BIN)/python -m tests.bench.endurance reload
	$(BIN)/python -m tests.bench.endurance upgrade
	$(BIN)/python -m tests.bench.freshness

# What must never happen, while processes are killed, disks are full and clocks are wrong;
# NAMES= plays some of the scenarios only.
faults: .venv/dev.installed
	$(BIN)/python -m tests.faults $(NAMES)

# A cluster on this machine: three app servers, a database with a standby, Redis and nginx.
# NAMES= goes through some of the acts only.
rehearse: .venv/dev.installed
	$(BIN)/python -m tests.rehearsal $(NAMES)

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

# What the site is made of: each package, its version, licence and what asked for it.
sbom: $(AUDIT)/tools.installed $(AUDIT)/site.installed
	$(AUDIT)/bin/cyclonedx-py environment $(AUDIT)/site/bin/python --pyproject pyproject.toml \
		--output-reproducible --output-format JSON --output-file var/sbom.json
	@echo The bill of materials is var/sbom.json.

# What is known to be wrong with it. Asks a service on the network; an answer that does not
# come is told from a good one, by its words and by its status.
audit: sbom
	@rm -f $(FOUND)
	@if $(AUDIT)/bin/pip-audit $(AUDIT_FROM) --strict --format json --output $(FOUND) \
		--requirement requirements/cluster.txt --require-hashes --disable-pip 2> $(AUDIT)/log; \
	then echo "Audited: no flaw is known in what requirements/cluster.txt lists."; \
	elif test -s $(FOUND); then $(PYTHON) -c '$(TELL)' $(FOUND); \
		echo "FLAWS ARE KNOWN in what requirements/cluster.txt lists: see above."; exit 1; \
	else tail -n 1 $(AUDIT)/log; \
		echo "NOT AUDITED: there was no answer, so nothing is known, good or bad."; exit 1; fi

$(AUDIT)/tools.installed: requirements/audit.txt
	$(PYTHON) -m venv --clear $(AUDIT)
	$(AUDIT)/bin/pip install $(HASHED) --requirement $<
	@touch $@

# The site alone, without the tools of its tests.
$(AUDIT)/site.installed: requirements/cluster.txt $(AUDIT)/tools.installed
	$(PYTHON) -m venv --clear --without-pip $(AUDIT)/site
	$(AUDIT)/bin/pip --python $(AUDIT)/site/bin/python install $(HASHED) --requirement $<
	@touch $@

# `make lock UPGRADE=--upgrade` takes the newest versions that pyproject.toml allows.
lock: $(LOCK)/bin/pip-compile
	$(COMPILE) --extra cluster --output-file requirements/cluster.txt pyproject.toml
	$(COMPILE) --constraint requirements/cluster.txt \
		--output-file requirements/base.txt pyproject.toml
	$(COMPILE) --extra cluster --extra test --extra lint \
		--constraint requirements/cluster.txt \
		--output-file requirements/dev.txt pyproject.toml
	$(COMPILE) --output-file requirements/audit.txt requirements/audit.in

$(LOCK)/bin/pip-compile:
	$(PYTHON) -m venv $(LOCK)
	$(LOCK)/bin/pip install --quiet --disable-pip-version-check 'pip-tools>=7.6'

.venv/%.installed: requirements/%.txt | $(BIN)/pip
	@echo Installing what $< lists
	@$(BIN)/pip install $(HASHED) --requirement $<
	@touch $@

# pip is what venv makes last: without it a broken-off start would count as done.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit( \
		"Python 3.11 or later is needed. Set PYTHON to it: make run PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
