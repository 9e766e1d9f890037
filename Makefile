# SPDX-License-Identifier: Apache-2.0
# The commands of the project; `make help` lists them.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build demo test bench check stubs docs site format asan clang clean

PYTHON_ENVIRONMENT := .venv/bin/python
JOBS ?= $(shell nproc)
LAUNCHER := $(if $(shell command -v ccache),-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
CONFIGURE = cmake --preset $(1) --no-warn-unused-cli $(LAUNCHER) -DPython_EXECUTABLE=$(CURDIR)/$(PYTHON_ENVIRONMENT)
export BUDGET_CLANG ?= $(firstword $(shell command -v clang++-14 clang++) clang++-14)

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

setup: ## install what is missing: Debian packages, .venv with the Python package
	@tools/setup

build/%/build.ninja: CMakePresets.json | setup
	@$(call CONFIGURE,$*) --log-level=WARNING >/dev/null

build/dev/build.ninja: CONFIGURE += -DBUDGET_PYTHON=ON -DBUDGET_PYTHON_INPLACE=ON

build: setup build/dev/build.ninja ## build the library, its tests and the Python extension
	@cmake --build build/dev --parallel $(JOBS)

demo: build ## audit the example disclosures and print the reports
	@tools/demo

test: build ## build and run every test; SLOW=1 also builds and installs the packages
	@tools/setup test
	@$(PYTHON_ENVIRONMENT) tools/test.py --build build/dev --jobs $(JOBS) $(if $(SLOW),--slow)

bench: setup build/bench/build.ninja build/dev/build.ninja ## compare with other libraries, write build/bench.json
	@tools/setup bench
	@cmake --build build/bench --parallel $(JOBS)
	@cmake --build build/dev --parallel $(JOBS) --target budget_python
	@$(PYTHON_ENVIRONMENT) tools/bench.py --build build/bench --output build/bench.json
	@$(PYTHON_ENVIRONMENT) tools/mutate.py --every 5
	@$(PYTHON_ENVIRONMENT) tools/mutate.py --pairs 120

check: build ## run every linter and compare everything that is generated
	@tools/check

stubs: build ## write python/budgetcore/_core.pyi from the built extension
	@$(PYTHON_ENVIRONMENT) tools/stubs.py

docs: build ## write the generated pages of docs/
	@for generator in tools/docs/*.py; do [ ! -e $$generator ] || $(PYTHON_ENVIRONMENT) $$generator || exit 1; done

site: build ## build the documentation site into build/site; a warning fails
	@tools/setup site
	@tools/site

format: setup ## format the C++ and Python sources
	@tools/format

asan: setup build/asan/build.ninja ## build and run the C++ tests under the sanitizers
	@cmake --build build/asan --parallel $(JOBS)
	@$(PYTHON_ENVIRONMENT) tools/test.py --build build/asan --jobs $(JOBS) --cpp-only

clang: ## build and run the C++ tests with clang
	@tools/setup clang
	@$(MAKE) --no-print-directory build/clang/build.ninja
	@cmake --build build/clang --parallel $(JOBS)
	@$(PYTHON_ENVIRONMENT) tools/test.py --build build/clang --jobs $(JOBS) --cpp-only

clean: ## delete what was built, keep .venv
	@rm -rf build python/budgetcore/_core*.so
