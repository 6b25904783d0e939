# Queqiao 鹊桥. `make help` lists what can be asked for.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# The compiler refuses an import of a target that Package.swift does not name, so the layers hold.
FLAGS := --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib
PROGRAM := .build/release/queqiao
SOURCES := Sources Tests Package.swift

# What it takes on Debian to build and run the program, and what the tests need besides.
TO_BUILD := git ca-certificates libncurses-dev libsqlite3-dev
TO_TEST := $(TO_BUILD) tmux libvterm-bin

.PHONY: help run demo build test lint format pictures clean needs-build needs-test

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Builds the program and opens the desk; an empty store offers a sample evening
	@$(PROGRAM)

demo: build ## Plays a whole evening through the real store, without a terminal
	@$(PROGRAM) demo

build: needs-build ## Builds the release: one file, .build/release/queqiao
	@swift build $(RELEASE) $(FLAGS) --product queqiao

test: needs-test ## Runs every test, those in a real terminal among them
	@swift test $(FLAGS) --disable-xctest

lint: ## Holds the code to the format
	@swift format lint --strict --parallel --recursive $(SOURCES)

format: ## Formats the code
	@swift format --in-place --parallel --recursive $(SOURCES)

clean: ## Removes what was built; what was fetched stays
	@swift package clean

needs-build:
	@.ci/install-missing $(TO_BUILD)

needs-test:
	@.ci/install-missing $(TO_TEST)
