# Every task a person does here. `make` alone lists them. Each sets up what it needs first; the second time that takes no time.

SET_UP = @sh requirements/set-up
BIN = .venv/bin
CONSOLE = $(BIN)/python requirements/console.py
DOCKER_COMPOSE = @docker compose version >/dev/null 2>&1 || { \
  echo "This needs Docker with its Compose plugin (Debian, Ubuntu: docs.docker.com/engine/install); without it, make" \
  "emulators runs the same five services as processes." >&2; exit 2; }

# Locks name what the public package index serves, whatever this machine is told to look at.
unexport UV_DEFAULT_INDEX UV_INDEX UV_INDEX_URL UV_EXTRA_INDEX_URL UV_FIND_LINKS UV_NO_INDEX
LOCK = $(BIN)/uv pip compile pyproject.toml --no-config --quiet --no-header --no-emit-index-url \
  --universal --python-version 3.11 --generate-hashes
SERVICES = gateway ingest responder booking knowledge
EMBEDDED = --group build $(SERVICES:%=--extra %) --extra telemetry

.PHONY: help run dev emulators up down test test-browser screenshots check format bench lock upgrade clean

help: ## List these tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: ## Start Frontdesk on this machine, everything in one process
	$(SET_UP) embedded
	@$(CONSOLE) build --optional
	@$(BIN)/frontdesk run

dev: ## Start it with the console at http://localhost:5173, both sides anew as their code changes
	$(SET_UP) dev
	@$(CONSOLE) dev

emulators: ## Start the five services as five processes on Google's emulators
	$(SET_UP) google
	@$(CONSOLE) build --optional
	@$(BIN)/python -m deploy.local

up: ## Start the five services as containers beside Google's emulators
	$(DOCKER_COMPOSE)
	@docker compose up --build --detach
	@echo "Frontdesk runs at http://localhost:8080, in containers. Its log: docker compose logs --follow. make down ends it."

down: ## End the containers; what the emulators held goes with them
	$(DOCKER_COMPOSE)
	@docker compose down --volumes --remove-orphans

test: ## Run the whole test suite
	$(SET_UP) dev
	@echo "Running the whole test suite: about 10 minutes."
	@$(CONSOLE) tools
	@$(CONSOLE) build
	@status=0; \
	$(CONSOLE) test || status=1; \
	$(BIN)/python -m pytest || status=1; \
	exit $$status

test-browser: ## Play the console's scenes in a browser, and nothing else
	$(SET_UP) dev
	@$(CONSOLE) tools
	@$(CONSOLE) build
	@$(BIN)/python -m pytest tests/browser

screenshots: ## Draw the pictures of the console in docs/screenshots anew
	$(SET_UP) dev
	@$(CONSOLE) build
	@$(BIN)/python -m tests.browser.screenshots

check: ## Check style, format, types and the walls between the parts
	$(SET_UP) dev
	@status=0; \
	$(BIN)/ruff check || status=1; \
	$(BIN)/ruff format --check || status=1; \
	$(BIN)/mypy || status=1; \
	$(BIN)/lint-imports --no-logo || status=1; \
	$(CONSOLE) check || status=1; \
	exit $$status

format: ## Lay out the code and mend what can be mended by itself
	$(SET_UP) dev
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

bench: ## Measure how fast it is and what a turn costs
	$(SET_UP) dev
	@$(BIN)/python -m tests.bench

lock: ## Write requirements/*.txt and package-lock.json anew, keeping every version that still fits
	$(SET_UP) dev
	@$(LOCK) --group build --all-extras --output-file requirements/dev.txt
	@$(LOCK) $(EMBEDDED) --extra google --constraints requirements/dev.txt --output-file requirements/google.txt
	@$(LOCK) $(EMBEDDED) --constraints requirements/dev.txt --output-file requirements/embedded.txt
	@for image in $(SERVICES); do \
	  $(LOCK) --extra $$image --extra telemetry --extra google --constraints requirements/google.txt \
	    --output-file requirements/images/$$image.txt || exit 1; \
	done
	@$(LOCK) --extra google --constraints requirements/google.txt --output-file requirements/images/deploy.txt
	@$(subst pyproject.toml ,,$(LOCK)) --group console --output-file requirements/node.txt
	@$(CONSOLE) lock

upgrade: ## Take the newest version of every package that pyproject.toml allows, and lock it
	$(SET_UP) dev
	@$(LOCK) --group build --all-extras --upgrade --output-file requirements/dev.txt
	@$(MAKE) lock

clean: ## Remove what set-up and the tools made; your data folder stays
	@rm -rf .venv services/gateway/web/node_modules services/gateway/web/dist build frontdesk.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
