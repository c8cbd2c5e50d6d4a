# Every task of the project. `make help` lists them; the work itself is in deploy/stack/ and deploy/ci/.

SHELL := /bin/bash
.DEFAULT_GOAL := help
STACK := deploy/stack/stack
name ?= local

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##@ The product on this machine

.PHONY: lexicon
lexicon: ## fetch and build the packs of the lexicon into data/lexicon: translations, frequencies, more forms
	@deploy/lexicon/fetch
	@cargo run --locked --release -q -p tall-lexicon -- build
.PHONY: up down status logs restart reset doctor
up: ## install what is missing, build, start, provision, seed (again: quick, changes nothing)
	@$(STACK) up --name $(name)
down: ## stop everything that `up` started; data stays
	@$(STACK) down --name $(name)
status: ## what runs, on which port
	@$(STACK) status --name $(name)
logs: ## the end of one program's log: make logs s=profile [follow=1]
	@$(STACK) logs --name $(name) $(if $(follow),--follow) $(s)
restart: ## restart one program: make restart s=profile
	@$(STACK) restart --name $(name) $(s)
reset: ## down, and remove the data, passwords and certificates
	@$(STACK) reset --name $(name)
doctor: ## what is missing or ill, and what to do
	@$(STACK) doctor --name $(name)

##@ Checks

.PHONY: test test-servers journey browser contract fuzz lint format schemas content
test: ## everything that CI runs, each part timed, on a stack of its own
	@deploy/ci/test
test-servers: ## the servers that tests need, kept running: then `cargo nextest run -p tall-profile`
	@$(STACK) up --name test --servers-only
	@echo "set -a; . .stack/test/env/tests.env; set +a"
journey: ## one student's day, through the gateway of the test stack
	@deploy/ci/test journey
browser: ## Chromium over the web client, over the test fleet
	@deploy/ci/test browser
contract: ## every OpenAPI document against the test fleet
	@deploy/ci/test contract
fuzz: ## every fuzz target for a minute: make fuzz [seconds=3600]
	@TALL_FUZZ_SECONDS=$(or $(seconds),60) deploy/ci/test fuzz
lint: ## formatting, clippy, cargo deny
	@deploy/ci/test format lint deny
format: ## format the Rust code
	@cargo fmt --all
schemas: ## the event schemas against the catalogue and the Rust types
	@deploy/ci/test schemas
content: ## preview what importing content/ would change
	@$(STACK) content --name $(name)

##@ Measures

.PHONY: bench enumeration erasures
bench: ## figures against their baselines, one table: make bench [only=relay]
	@deploy/ci/bench $(only)
enumeration: ## whether time tells who has an account: make enumeration pairs=10000 (an hour, on an idle machine)
	@set -a; . .stack/test/env/tests.env; set +a; cargo bench --locked -p tall-profile --bench enumeration -- $(or $(pairs),10000)
erasures: ## from a request to be forgotten to the end of the key, over the test fleet: make erasures people=100
	@set -a; . .stack/test/env/tests.env; set +a; cargo bench --locked --profile dev -p tall-journeys --bench erasure -- $(or $(people),100)
