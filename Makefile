# A thin front: what happens stands in .ci/*.sh, the versions of tools in .ci/versions.sh.

.DEFAULT_GOAL := help
.PHONY: run build single test check language fuzz bench screenshots help

run: ## Build the page and serve it on this machine (PORT=8080)
	@PORT="$(PORT)" .ci/serve.sh

build: ## Build the page for release into dist/
	@.ci/build.sh

single: ## Build the page as one HTML file that needs no server: dist/postmortem-editor.html
	@.ci/single.sh

test: ## Everything: formatting, lints, native, wasm and browser tests
	@.ci/test.sh

check: ## The quick part of it: formatting, lints, native tests
	@.ci/check.sh

language: ## How often the checks on language are right, check by check
	@.ci/language.sh

fuzz: ## New texts for the reader and the preview, for as long as you say (FUZZ_SECONDS=300)
	@FUZZ_SECONDS="$(FUZZ_SECONDS)" .ci/fuzz.sh

bench: ## Time the reading of large texts; weigh the built page, file by file, against its budget
	@.ci/bench.sh

screenshots: ## Pictures of the screens into tests/e2e/screens/
	@.ci/screenshots.sh

help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile
