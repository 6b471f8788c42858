# The command table: `make` alone prints it. Everything missing is installed on the way, once.

# Tools that are compiled here; wasm-bindgen follows Cargo.lock, wasm-opt and esbuild tools/package-lock.json.
export TRUNK_VERSION := 0.21.14
export CARGO_DENY_VERSION := 0.18.9
export CARGO_LLVM_COV_VERSION := 0.9.1

# What can be said on the command line: make site SHEETS=folder URL=https://… OUT=folder
SHEETS ?= sheets
OUT ?= dist
URL ?=
PREVIOUS ?=
OFFLINE ?=
COMPRESS ?=
TO ?=
AT ?=
YES ?=
GENERATION ?=
PORT ?= 8080

CATALOGUE := target/native/catalogue
# In CI a Cargo.lock that does not fit Cargo.toml is an error; at home cargo mends it.
LOCKED := $(if $(CI),--locked)
# CI compiles what is native once: the program that tests run builds the site, too. It looks at what the program does, not at
# how fast: our own code, views and all, would be optimised for longer than that takes. At home tests are compiled in the
# usual way, and the compiler as it is published.
ONCE := --profile native --config profile.native.package.etalase.opt-level=0 --config 'profile.native.lto="off"' \
  --config profile.native.debug-assertions=true --config profile.native.overflow-checks=true
COMPILER := build --profile native --no-default-features --bin catalogue
WASM := --target wasm32-unknown-unknown --no-default-features --features app
# All that the app is made of; a change elsewhere needs no new WebAssembly.
APP_SOURCES := Cargo.toml Cargo.lock Trunk.toml index.html tools/package-lock.json tools/env.sh tools/after-trunk.sh tools/shrink.mjs tools/alike.mjs \
  $(shell find src style public boot tools/wasm-streams -type f -not -path 'src/compiler/*' -not -path 'src/desk/*' \
    -not -path 'src/app/desk/*' -not -path 'src/app/programmes/*' -not -path 'src/papers/*' -not -path src/worker.rs \
    -not -path 'src/bin/*' 2>/dev/null)
# The same of the page for staff, whose checker is most of the compiler.
DESK_SOURCES := petugas.html tools/name-worker.mjs src/worker.rs $(shell find src/app/desk src/desk src/compiler src/bin -type f 2>/dev/null)

# And of the pages of the city's programmes: one program at each of their addresses, and one beside it in a worker, which
# reads and writes workbooks by the compiler's code.
PROGRAMMES_SOURCES := programmes.html tools/name-worker.mjs src/worker.rs src/bin/programmes.rs src/bin/papers.rs \
  src/compiler/workbook.rs $(shell find src/app/programmes src/papers src/compiler/sheet -type f 2>/dev/null)
PROGRAMMES_PAGES := program gebetan rapat daftar banding lapor baru cetak acara

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help run dev build site publish rollback gc preview test test-rust test-browser test-e2e poison coverage ci fmt bench bench-compiler bench-written bench-pages bench-lighthouse bench-pictures \
  budget clean \
  setup setup-build setup-test setup-ci setup-coverage setup-bench catalogue publisher

help: ## this list
	@echo "usage: make TARGET"
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

# --- Every day ---

run: build preview ## set up, build the sample market, and serve it as in production

dev: setup-build catalogue ## the app with the sample data, rebuilt at every change (trunk serve)
	ETALASE_DEV_SHEETS=$(SHEETS) tools/wasm.sh trunk serve --dist target/dev --port $(PORT)

build: setup-build site ## the complete site of the sample market in dist/

# The compiler ends with 3 when it refused rows: the site is there without them, and its report says which.
site: setup-build target/app/petugas/index.html target/app/acara/index.html catalogue ## a site of your own sheets: SHEETS=folder URL=https://… OUT=folder
	$(CATALOGUE) build $(SHEETS) --app target/app --out $(OUT) $(if $(URL),--site-url $(URL)) \
	  $(if $(PREVIOUS),--previous $(PREVIOUS)) $(if $(AT),--at $(AT)) $(if $(filter tidak,$(OFFLINE)),--no-offline) \
	  $(if $(filter tidak,$(COMPRESS)),--no-compress) || [ $$? -eq 3 ]

publish: publisher ## that site to where visitors read it: OUT=folder TO=folder, s3://…, gs://… or az://…
	$(CATALOGUE) publish $(OUT) --to $(or $(TO),$(error make publish needs TO=))

rollback: publisher ## the publication before becomes the live one again: TO=…; GENERATION=… takes another one
	$(CATALOGUE) rollback --to $(or $(TO),$(error make rollback needs TO=)) $(if $(GENERATION),--generation $(GENERATION))

gc: publisher ## what the last three publications no longer need: TO=…; YES=1 removes it
	$(CATALOGUE) gc --to $(or $(TO),$(error make gc needs TO=)) $(if $(YES),--yes)

preview: ## serve what is in dist/
	node tools/serve.mjs $(OUT) --port $(PORT)

fmt: ## format the code
	cargo fmt

clean: ## remove everything built here; the installed tools stay
	cargo clean
	rm -rf dist

# --- Tests ---

test: setup-test test-rust test-browser build test-e2e ## every test

test-rust: ## unit and integration tests of the compiler, the shared code and the app's views
	cargo test $(LOCKED) $(if $(CI),$(ONCE))

test-browser: setup-test ## the app's pieces in a real browser
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=$(CURDIR)/tools/wasm-test-runner.sh \
	  tools/wasm.sh cargo test $(LOCKED) $(WASM) --test browser

test-e2e: setup-test ## visitors' journeys through dist/ in Chromium and Firefox
	timeout 2400 node --test --test-concurrency=2 --test-timeout 900000 tests/e2e/*.test.mjs

poison: ## a thousand bad rows among a hundred thousand; every property with ten thousand values, links with ten million
	cargo test $(LOCKED) --profile native --no-default-features --features compiler --test poison -- --ignored --nocapture
	PROPTEST_CASES=10000 cargo test $(LOCKED) --profile native --no-default-features --features compiler --test properties
	PROPTEST_CASES=10000000 cargo test $(LOCKED) --profile native --no-default-features --features compiler --test hostile t3_

coverage: setup-coverage ## which lines of the checker the tests run, by folder; at least 90 of 100
	tools/coverage.sh $(LOCKED)

# --- What a change must pass ---

# The site is built while the native tests run: linking the app for size keeps one processor busy, and the other waits.
ci: setup-ci ## what CI runs: format, lints, licences, documentation, every test, the budget
	@tools/stage.sh "format" cargo fmt --check
	@tools/stage.sh "lints, native" cargo clippy $(LOCKED) --all-targets -- -D warnings
	@tools/stage.sh "lints, browser" tools/wasm.sh cargo clippy $(LOCKED) $(WASM) --lib --bin market --bin petugas --bin programmes --test browser -- -D warnings
	@tools/stage.sh "lints, workers" tools/wasm.sh cargo clippy $(LOCKED) --target wasm32-unknown-unknown --no-default-features --features worker --lib --bin worker --bin papers -- -D warnings
	@tools/stage.sh "documentation" env RUSTDOCFLAGS="-D warnings" cargo doc $(LOCKED) --no-deps
	@tools/stage.sh "dependencies" tools/wasm.sh cargo deny check bans licenses sources
	@mkdir -p target; \
	  tools/stage.sh "site" $(MAKE) --no-print-directory build >target/site.log 2>&1 & site=$$!; \
	  native=0; tools/stage.sh "tests, native" $(MAKE) --no-print-directory test-rust || native=$$?; \
	  built=0; wait $$site || built=$$?; cat target/site.log; [ $$native = 0 ] && [ $$built = 0 ]
	@tools/stage.sh "tests, in the browser" $(MAKE) --no-print-directory test-browser
	@tools/stage.sh "tests, end to end" $(MAKE) --no-print-directory test-e2e
	@tools/stage.sh "budget" $(MAKE) --no-print-directory budget

budget: ## the first load in Brotli bytes against its limits
	node tools/budget.mjs dist

bench: bench-compiler bench-written bench-pages bench-lighthouse ## these four

bench-compiler: catalogue ## the compiler on a million products, against a plain script in the same run
	node tools/bench/compiler.mjs $(CATALOGUE)

bench-written: target/app/index.html catalogue ## what writes a page for every address, on a hundred thousand products
	node tools/bench/written.mjs $(CATALOGUE) target/app

bench-pages: setup-bench build ## first loads on a slow phone, beside the same page without a program, in Solid, Preact and React
	node tools/bench/pages.mjs dist

# Lighthouse wants the address by which a page says it is found to be where it is.
bench-lighthouse: setup-bench ## what Lighthouse says of four pages on a phone: 98 for speed, 100 for the rest
	$(MAKE) --no-print-directory site URL=https://localhost OUT=target/bench-site
	node tools/bench/lighthouse.mjs target/bench-site

bench-pictures: catalogue ## what 300 photos cost, with and without finished ones; PHOTOS=folder takes its own
	node tools/bench/pictures.mjs $(CATALOGUE) $(if $(PHOTOS),--photos $(PHOTOS))

# --- What the others are made of ---

setup: setup-ci ## install everything that any target needs
setup-build setup-test setup-ci setup-coverage setup-bench: setup-%:
	@tools/setup.sh $*

# Cargo itself knows whether something has changed. The clients of the clouds are half of what would be compiled, and
# only publishing needs them.
catalogue:
	cargo $(if $(CI),test $(ONCE) --no-run,$(COMPILER) --features pages) $(LOCKED)

publisher:
	cargo $(if $(CI),test $(ONCE) --no-run,$(COMPILER) --features publish) $(LOCKED)

target/app/index.html: $(APP_SOURCES) | setup-build
	tools/wasm.sh --release trunk build --release $(LOCKED)

# A Trunk bundle of its own. Its files go beside the app's, the page itself to the address /petugas.
target/app/petugas/index.html: target/app/index.html $(DESK_SOURCES) | setup-build
	tools/wasm.sh --release trunk build --release $(LOCKED) --dist target/petugas petugas.html
	mkdir -p target/app/petugas
	rm -f target/app/petugas-* target/app/worker-*
	cp target/petugas/*-* target/app/
	cp target/petugas/index.html $@

# The same for the pages of the programmes.
target/app/acara/index.html: target/app/index.html $(PROGRAMMES_SOURCES) | setup-build
	tools/wasm.sh --release trunk build --release $(LOCKED) --dist target/programmes programmes.html
	rm -f target/app/programmes-* target/app/papers-*
	cp target/programmes/*-* target/app/
	for page in $(PROGRAMMES_PAGES); do \
	  mkdir -p target/app/$$page && cp target/programmes/index.html target/app/$$page/ || exit 1; done
