# Queqiao 鹊桥. `make help` lists what can be asked for.

SHELL := /bin/sh
.DEFAULT_GOAL := help

# The compiler refuses an import of a target that Package.swift does not name, so the layers hold.
FLAGS := --explicit-target-dependency-import-check error
RELEASE := -c release --static-swift-stdlib
PROGRAM := .build/release/queqiao
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 30
TORTURE ?= 1000
SOURCES := Sources Tests Package.swift

# What it takes on Debian to build and run the program, and what the tests need besides.
TO_BUILD := git ca-certificates libcrypt-dev libncurses-dev libsqlite3-dev libxlsxwriter-dev zlib1g-dev
# Fonts and libraries for printing are the tests' alone: the program loads them where they are.
TO_PRINT := libpangocairo-1.0-0 libqrencode4 fonts-noto-cjk
TO_TEST := $(TO_BUILD) $(TO_PRINT) tmux libvterm-bin poppler-utils zbar-tools

.PHONY: help run demo build test torture bare bench fuzz lint format install pictures clean needs-build needs-test

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

bare: ## Both of README's commands in a bare Debian 12, before a release; as root
	@nice .ci/bare
torture: needs-test ## Strikes the program a thousand times while it writes, TORTURE (1000)
	@QUEQIAO_TORTURE=$(TORTURE) swift test $(FLAGS) --disable-xctest --filter 'struck while it writes'

bench: build ## Measures every promised figure beside its peer
	@swift build $(RELEASE) $(FLAGS) --product queqiao-bench
	@.build/release/queqiao-bench $(BENCH)

fuzz: needs-build ## Throws bytes at every parser, FUZZ_SECONDS (30) each
	@QUEQIAO_FUZZ=1 swift build -c release --scratch-path .build/fuzzing --product queqiao-fuzz \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xswiftc -use-ld=lld
	@FUZZ_SECONDS=$(FUZZ_SECONDS) Tests/Fuzzing/run .build/fuzzing/release/queqiao-fuzz $(FUZZ)

install: build ## Installs program, man pages and completions under PREFIX (/usr/local)
	install -D -m 755 $(PROGRAM) $(PREFIX)/bin/queqiao
	install -d $(PREFIX)/share/man/man1 $(PREFIX)/share/man/zh_CN/man1 \
	  $(PREFIX)/share/bash-completion/completions $(PREFIX)/share/zsh/site-functions \
	  $(PREFIX)/share/fish/vendor_completions.d
	$(PROGRAM) manual --lang en > $(PREFIX)/share/man/man1/queqiao.1
	$(PROGRAM) manual --lang zh > $(PREFIX)/share/man/zh_CN/man1/queqiao.1
	$(PROGRAM) --generate-completion-script bash > $(PREFIX)/share/bash-completion/completions/queqiao
	$(PROGRAM) --generate-completion-script zsh > $(PREFIX)/share/zsh/site-functions/_queqiao
	$(PROGRAM) --generate-completion-script fish > $(PREFIX)/share/fish/vendor_completions.d/queqiao.fish

pictures: build ## Makes docs/pictures from the running program
	@python3 docs/tools/picture.py $(PROGRAM)

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
