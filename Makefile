# Everything that is compiled or fetched lives in CACHE and outlives the checkout;
# only target/site (the files that the server embeds) and target/thuocdo are in the checkout.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help

CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/thuocdo
export CACHE
export CARGO_TARGET_DIR := $(CACHE)/target

# One choice of packages for build, test and bench: cargo then settles the features of shared
# dependencies once, and nothing is compiled a second time with others.
NATIVE := --release --workspace --exclude hydrate
BUNDLE := $(CARGO_TARGET_DIR)/release/bundle
SERVER := $(CARGO_TARGET_DIR)/release/thuocdo
SITE   := target/site/manifest.txt
PROGRAM := target/thuocdo
# Its own target directory: the wasm build may need another compiler.
WASM_DIR := $(CACHE)/target-wasm
WASM   := $(WASM_DIR)/wasm32-unknown-unknown/wasm-release/hydrate.wasm
STYLES := $(shell find style 2>/dev/null)
# What the wasm build needs to know, found out by scripts/setup.
WASM_ENV := . "$(CACHE)/wasm.env"
WASM_BUILD := --package hydrate --lib --profile wasm-release \
	--target wasm32-unknown-unknown --target-dir "$(WASM_DIR)"

.PHONY: help run test build dev check bench setup clean end2end budget outside FORCE

help: ## Say what there is to do
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' Makefile
	echo "Compiled files are kept in $(CACHE); another place: make run CACHE=DIR"

run: build ## Build everything and serve it on http://127.0.0.1:3000 (or THUOCDO_ADDR)
	@exec $(PROGRAM) serve

build: ## Build the program, with pages, styles and islands inside, as target/thuocdo
	@scripts/setup build
	$(MAKE) --no-print-directory $(PROGRAM)
	echo "built: $(PROGRAM)"

test: ## Run every check that CI runs: formatting, clippy, Rust tests, outside readers, browser tests, sizes
	@scripts/setup test
	$(MAKE) --no-print-directory check $(PROGRAM)
	cargo test --release --doc -p domain
	if cargo nextest --version >/dev/null 2>&1; then
	  scripts/postgres run cargo nextest run $(NATIVE)
	else
	  scripts/postgres run cargo test $(NATIVE) --lib --bins --tests
	fi
	$(MAKE) --no-print-directory outside end2end budget

outside: $(PROGRAM) ## Look at slides, workbooks and the API with readers that are not ours
	@scripts/outside $(PROGRAM)

end2end: $(PROGRAM) ## Run the browser tests alone (after make test has set them up once)
	@cd end2end && npx --no-install playwright test $(ARGS)

budget: $(PROGRAM) ## Measure what a reader has to load, against the limits
	@node end2end/budget.mjs

check: ## Look for mistakes without running anything: formatting, clippy, scripts
	@scripts/setup check
	cargo fmt --all --check
	$(MAKE) --no-print-directory $(SITE)
	cargo clippy $(NATIVE) --all-targets -- -D warnings
	$(WASM_ENV)
	if [ "$$WASM_CARGO" = cargo ]; then
	  $$WASM_CARGO clippy $(WASM_BUILD) --package domain --package app -- -D warnings
	else
	  echo "check: no clippy for the wasm compiler, so only what it must compile is checked"
	  $$WASM_CARGO check $(WASM_BUILD)
	fi
	for script in end2end/*.mjs server/bundle/src/*.js; do
	  node --check --input-type=module < "$$script" || { echo "in $$script"; exit 1; }
	done
	for script in $$(grep -lE '^#!.*bash' scripts/* .ci/run); do bash -n "$$script"; done

bench: ## Measure charts and server (Criterion), with the machine and the commit
	@scripts/setup build
	$(MAKE) --no-print-directory $(PROGRAM)
	scripts/machine
	scripts/first-page $(PROGRAM)
	cargo bench --profile release --workspace --exclude hydrate --bench '*' $(ARGS)

dev: ## Serve, and build and start again whenever a file changes
	@scripts/setup build
	exec scripts/dev

setup: ## Install what is missing: wasm target, wasm-opt, PostgreSQL, browser
	@scripts/setup test

clean: ## Remove what was built (the cache too)
	rm -rf target/site $(PROGRAM) "$(CACHE)/target" "$(CACHE)/target-wasm"

# Cargo knows best whether these are up to date. Make then compares their times, so that what
# depends on them is left alone when cargo had nothing to do.
$(WASM): FORCE
	@$(WASM_ENV)
	$$WASM_CARGO build $(WASM_BUILD)

$(BUNDLE): FORCE
	@cargo build $(NATIVE) --bin bundle

$(SITE): $(WASM) $(BUNDLE) $(STYLES)
	@$(WASM_ENV)
	"$(BUNDLE)" --wasm "$(WASM)" --style style --out target/site --wasm-opt "$$WASM_OPT"
	# The bundler leaves files alone whose content is the same; this one says that it has run.
	touch "$@"

$(SERVER): $(SITE) FORCE
	@cargo build $(NATIVE) --bin thuocdo

$(PROGRAM): $(SERVER)
	@cp "$(SERVER)" "$@.new"
	mv "$@.new" "$@" # a program that runs can be replaced, not written to

FORCE:
