# Everything a fresh machine with Swift needs: `make demo` shows the main job, `make test` runs the tests.

SWIFT ?= swift
PACKAGES := libyaml-dev libsqlite3-dev pkg-config
# What only the tests need: a JSON Schema validator that is not ours.
TEST_PACKAGES := python3-jsonschema
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# With the runtime inside, a command starts in half the time, and it runs on machines without Swift.
RELEASE_BUILD := $(SWIFT) build -c release --static-swift-stdlib
RELEASE := .build/release/holdline

.PHONY: help demo test bench bench-packages build lint format system-packages test-packages clean

help:
	@echo "make demo     build holdline and run the contact-safety policy over a working day"
	@echo "make test     install what is missing, build, and run all tests"
	@echo "make bench    measure holdline and its peers on the same work, into Benchmarks/RESULTS.md"
	@echo "make build    build holdline for use (.build/release/holdline)"
	@echo "make lint     check the formatting of the sources"
	@echo "make format   put the sources into that format"

# Asks the package manager only for what is not there yet.
system-packages:
	@missing=""; \
	if pkg-config --exists yaml-0.1 sqlite3 2>/dev/null; then exit 0; fi; \
	for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  if ! command -v apt-get >/dev/null 2>&1; then \
	    echo "holdline needs these system packages:$$missing (names as in Debian and Ubuntu)." >&2; \
	    echo "There is no apt-get here: install them with your own package manager and try again." >&2; \
	    exit 1; \
	  fi; \
	  echo "installing$$missing"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $$missing; \
	fi

build: system-packages
	$(RELEASE_BUILD) --product holdline

demo: build
	@bash Policies/demo/show.sh $(RELEASE)

test-packages: system-packages
	@python3 -c 'import jsonschema' 2>/dev/null || /usr/bin/python3 -c 'import jsonschema' 2>/dev/null || { \
	  echo "installing $(TEST_PACKAGES)"; \
	  $(SUDO) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $(TEST_PACKAGES); }

test: test-packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

# What the peers need; where one cannot be had it is left out.
BENCH := .build/bench
PEERS := g++ libsimdjson-dev libclips-dev jq python3-venv

bench-packages:
	@dpkg -s $(PEERS) >/dev/null 2>&1 || { $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq $(PEERS); } || echo "going on without some peers"
	@[ -x $(BENCH)/venv/bin/python ] || python3 -m venv $(BENCH)/venv
	@$(BENCH)/venv/bin/pip install -q -r Benchmarks/requirements.txt || echo "going on without some peers"

bench: build bench-packages
	$(RELEASE_BUILD) --product interpreter
	@python3 Benchmarks/bench.py --holdline $(RELEASE) --interpreter .build/release/interpreter --report Benchmarks/RESULTS.md

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

clean:
	$(SWIFT) package clean
