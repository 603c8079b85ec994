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

# One choice of packages for build, test and bench: cargo then resolves the features of shared
# dependencies once, and nothing is compiled a second time with others.
NATIVE := --workspace --exclude hydrate
BUNDLE := $(CARGO_TARGET_DIR)/debug/bundler
SERVER := $(CARGO_TARGET_DIR)/debug/thuocdo
SITE   := target/site/manifest.txt
PROGRAM := target/thuocdo
RELEASE := target/release/thuocdo
# Its own target directory: the wasm build may need another compiler.
WASM_DIR := $(CACHE)/target-wasm
WASM   := $(WASM_DIR)/wasm32-unknown-unknown/wasm-release/hydrate.wasm
STYLES := $(shell find style 2>/dev/null)
# What the wasm build needs to know, found out by scripts/setup.
WASM_ENV := . "$(CACHE)/wasm.env"
WASM_BUILD := --package hydrate --lib --profile wasm-release \
	--target wasm32-unknown-unknown --target-dir "$(WASM_DIR)"

.PHONY: help run test view build release dev check clippy bench setup clean end2end budget outside FORCE

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' Makefile
	echo "Compiled files are kept in $(CACHE); another place: make run CACHE=DIR"

run: build ## Build everything and serve it on http://127.0.0.1:3000 (or THUOCDO_ADDR)
	@exec $(PROGRAM) serve

build: ## Build the program for development and tests, with pages, styles and islands inside, as target/thuocdo
	@scripts/setup build
	$(MAKE) --no-print-directory $(PROGRAM)
	echo "built: $(PROGRAM)"

release: ## Build the program that is installed, fully optimised, as target/release/thuocdo
	@scripts/setup build
	$(MAKE) --no-print-directory $(SITE)
	cargo build --release $(NATIVE) --bin thuocdo
	mkdir -p target/release
	cp "$(CARGO_TARGET_DIR)/release/thuocdo" "$(RELEASE).$$$$"
	mv "$(RELEASE).$$$$" "$(RELEASE)"
	ls -l "$(RELEASE)"

test: ## Run every check that CI runs: formatting, clippy, Rust tests, third-party readers, browser tests, sizes
	@scripts/setup test
	scripts/test

outside: $(PROGRAM) ## Check slides, workbooks and the API with third-party readers
	@scripts/outside $(PROGRAM)

end2end: $(PROGRAM) ## Run the browser tests alone, or some: make end2end VIEW=map (after make test has set them up once)
	@cd end2end && npx --no-install playwright test $(if $(VIEW),--grep "$(VIEW)") $(ARGS)

view: $(PROGRAM) ## Run the tests of one view: the unit tests and the browser tests whose names contain VIEW
	@test -n "$(VIEW)" || { echo "name the view: make view VIEW=map"; exit 2; }
	cargo test $(NATIVE) --lib -- "$(VIEW)"
	$(MAKE) --no-print-directory end2end VIEW="$(VIEW)"

budget: $(PROGRAM) ## Measure what a reader has to load, against the limits
	@node end2end/budget.mjs

check: ## Look for mistakes without running anything: formatting, clippy, scripts
	@scripts/setup check
	cargo fmt --all --check
	scripts/same-features
	$(MAKE) --no-print-directory clippy
	for script in end2end/*.mjs crates/bundler/src/*.js; do
	  node --check --input-type=module < "$$script" || { echo "in $$script"; exit 1; }
	done
	for script in $$(grep -lE '^#!.*bash' scripts/* .ci/run); do bash -n "$$script"; done

clippy: $(SITE)
	@cargo clippy $(NATIVE) --all-targets -- -D warnings
	$(WASM_ENV)
	if [ "$$WASM_CARGO" = cargo ]; then
	  $$WASM_CARGO clippy $(WASM_BUILD) --package domain --package islands -- -D warnings
	else
	  echo "check: no clippy for the wasm compiler, so only what it must compile is checked"
	  $$WASM_CARGO check $(WASM_BUILD)
	fi

bench: release ## Measure charts and server (Criterion), with the machine and the commit
	@scripts/machine
	scripts/first-page $(RELEASE)
	cargo bench --profile release $(NATIVE) --bench '*' $(ARGS)

dev: ## Serve, and build and start again whenever a file changes
	@scripts/setup build
	exec scripts/dev

setup: ## Install what is missing: wasm target, wasm-opt, PostgreSQL, browser
	@scripts/setup test

clean: ## Remove what was built (the cache too)
	rm -rf target/site $(PROGRAM) target/release "$(CACHE)/target" "$(CACHE)/target-wasm"

# Cargo knows best whether these are up to date. Make then compares their times, so that what
# depends on them is left alone when cargo had nothing to do.
$(WASM): FORCE
	@$(WASM_ENV)
	$$WASM_CARGO build $(WASM_BUILD)

$(BUNDLE): FORCE
	@cargo build $(NATIVE) --bin bundler

$(SITE): $(WASM) $(BUNDLE) $(STYLES)
	@$(WASM_ENV)
	"$(BUNDLE)" --wasm "$(WASM)" --style style --out target/site --wasm-opt "$$WASM_OPT"
	# The bundler leaves files alone whose content is the same; this one says that it has run.
	touch "$@"

$(SERVER): $(SITE) FORCE
	@cargo build $(NATIVE) --bin thuocdo

$(PROGRAM): $(SERVER)
	@# A program that runs can be replaced, not written to; two makes at once each have a copy of their own.
	cp "$(SERVER)" "$@.$$$$"
	mv "$@.$$$$" "$@"

FORCE:
