.PHONY: help check test fix coverage

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

check: ## All that CI checks, in a fresh virtual environment
	bash .ci/run

test: ## The tests, in the environment of the README
	.venv/bin/pytest

fix: ## Format, and mend what ruff can mend
	.venv/bin/ruff format . && .venv/bin/ruff check --fix .

coverage: ## Branch coverage of the library
	.venv/bin/coverage run -m pytest && .venv/bin/coverage report
