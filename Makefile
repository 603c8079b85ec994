# Build output and downloads are in CACHE, outside the checkout; only target/site (the files that the
# server embeds), target/thuocdo and target/release are in the checkout.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := help

CACHE ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/thuocdo
export CACHE
export CARGO_TARGET_DIR := $(CACHE)/target

# The same packages for build, test and bench, so that cargo resolves the features of shared
# dependencies once and compiles nothing a second time with others.
NATIVE := --workspace --exclude hydrate
BUNDLE := $(CARGO_TARGET_DIR)/debug/bundler
SERVER := $(CARGO_TARGET_DIR)/debug/thuocdo
SITE   := target/site/manifest.txt
PROGRAM := target/thuocdo
RELEASE := target/release/thuocdo
# A separate target directory, because the wasm build may need another compiler.
WASM_DIR := $(CACHE)/target-wasm
WASM   := $(WASM_DIR)/wasm32-unknown-unknown/wasm-release/hydrate.wasm
STYLES := $(shell find style 2>/dev/null)
# Settings of the wasm build, written by scripts/setup.
WASM_ENV := . "$(CACHE)/wasm.env"
WASM_BUILD := --package hydrate --lib --profile wasm-release \
	--target wasm32-unknown-unknown --target-dir "$(WASM_DIR)"

.PHONY: help run test view build release dev check clippy bench setup clean end2end budget outside FORCE

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' Makefile
	echo "Build output is stored in $(CACHE); to change it: make run CACHE=DIR"

run: build ## Build the program and serve it on http://127.0.0.1:3000 (or THUOCDO_ADDR)
	@exec $(PROGRAM) serve

build: ## Build target/thuocdo for development and tests, with styles and islands embedded
	@scripts/setup build
	$(MAKE) --no-print-directory $(PROGRAM)
	echo "built: $(PROGRAM)"

release: ## Build the fully optimised program to install, target/release/thuocdo
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

end2end: $(PROGRAM) ## Run the browser tests, or some of them: make end2end VIEW=map (run make test once before)
	@cd end2end && npx --no-install playwright test $(if $(VIEW),--grep "$(VIEW)") $(ARGS)

view: $(PROGRAM) ## Run the unit and browser tests whose names contain VIEW
	@test -n "$(VIEW)" || { echo "set VIEW: make view VIEW=map"; exit 2; }
	cargo test $(NATIVE) --lib -- "$(VIEW)"
	$(MAKE) --no-print-directory end2end VIEW="$(VIEW)"

budget: $(PROGRAM) ## Measure the transfer size of a page against the limits
	@node end2end/budget.mjs

check: ## Run the static checks: formatting, clippy, scripts
	@scripts/setup check
	cargo fmt --all --check
	scripts/same-features
	$(MAKE) --no-print-directory clippy
	for script in end2end/*.mjs crates/bundler/src/*.js; do
	  node --check --input-type=module < "$$script" || { echo "in $$script"; exit 1; }
	done
	for script in $$(grep -lE -d skip '^#!.*bash' scripts/* .ci/run) scripts/compare.d/*.bash; do bash -n "$$script"; done

clippy: $(SITE)
	@cargo clippy $(NATIVE) --all-targets -- -D warnings
	$(WASM_ENV)
	if [ "$$WASM_CARGO" = cargo ]; then
	  $$WASM_CARGO clippy $(WASM_BUILD) --package domain --package islands -- -D warnings
	else
	  echo "check: no clippy for the wasm compiler; running cargo check instead"
	  $$WASM_CARGO check $(WASM_BUILD)
	fi

bench: release ## Run the benchmarks (start, other programs, Criterion); prints machine and commit
	@scripts/machine
	scripts/first-page $(RELEASE)
	# Not with ARGS, which selects a benchmark.
	$(if $(ARGS),,scripts/setup compare && scripts/compare $(RELEASE) && scripts/growth $(RELEASE))
	cargo bench --profile release $(NATIVE) --bench '*' $(ARGS)

dev: ## Serve; rebuild and restart whenever a file changes
	@scripts/setup build
	exec scripts/dev

setup: ## Install missing tools: wasm target, wasm-opt, PostgreSQL, browsers, Python packages
	@scripts/setup test

clean: ## Remove the build output, including the cache
	rm -rf target/site $(PROGRAM) target/release "$(CACHE)/target" "$(CACHE)/target-wasm"

# Cargo decides whether these are up to date. Make then compares modification times, so that
# dependents are not rebuilt if cargo had nothing to do.
$(WASM): FORCE
	@$(WASM_ENV)
	$$WASM_CARGO build $(WASM_BUILD)

$(BUNDLE): FORCE
	@cargo build $(NATIVE) --bin bundler

$(SITE): $(WASM) $(BUNDLE) $(STYLES)
	@$(WASM_ENV)
	"$(BUNDLE)" --wasm "$(WASM)" --style style --out target/site --wasm-opt "$$WASM_OPT"
	# The bundler does not write files with unchanged content; this timestamp records that it ran.
	touch "$@"

$(SERVER): $(SITE) FORCE
	@cargo build $(NATIVE) --bin thuocdo

$(PROGRAM): $(SERVER)
	@# A running program can be replaced but not overwritten; each of two concurrent makes has its own copy.
	cp "$(SERVER)" "$@.$$$$"
	mv "$@.$$$$" "$@"

FORCE:
