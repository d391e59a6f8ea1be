# Commands of the project; `make` lists them. Needs make and python3 (3.11 or later) only.

PYTHON ?= python3
RAW ?= raw
OUT ?= extracted
LABELS ?= tests/labels
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
PY := .venv/bin/python
COMPILE := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url

# Set on some machines; without compiled files every process costs 2 s more.
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME

.DEFAULT_GOAL := help
.PHONY: help extract diff git-setup test review dashboard history export xlsx ledger score calibrate lint format bench bench-tables bench-sentences bench-compare bench-growth bench-faults corpus twins scans ocr doctor wheel lock clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

extract: .venv/.stamp ## read raw/ and write extracted/ (RAW=..., OUT=..., FULL=1 reads what is unchanged too)
	@$(PY) -m pipeline extract $(RAW) --out $(OUT) $(if $(FULL),--full)

diff: .venv/.stamp ## what changed in extracted/ since the last commit, and why (OLD=... NEW=... folders or revisions)
	@$(PY) -m pipeline diff $(OLD) $(NEW) --out $(OUT)

git-setup: .venv/.stamp ## let git diff and git log -p show rows of Parquet, and git merge merge them
	@git config diff.parquet.textconv '$(PY) -m pipeline rows'
	@git config merge.notices.name 'tables of notices, notice by notice'
	@git config merge.notices.driver '$(PY) -m pipeline merge-file %O %A %B %P'

# A file's tests stay on one processor: what they share is made once. Those that run whole commands come first (tests/conftest.py).
# One more than there are processors, for some wait for disks and browsers; more than four would only need more memory.
test: .venv/.stamp ## run the tests, on up to four processors
	@$(PY) -m compileall -q -j 0 pipeline
	@$(PY) -m pytest -n $(WORKERS) --maxprocesses 4 --dist loadfile --no-loadscope-reorder

review: .venv/.stamp ## write the review pages under extracted/review/ (SERVE=1 opens them to save corrections)
	@$(PY) -m pipeline review $(OUT) --raw $(RAW) $(if $(SERVE),--serve)

dashboard: .venv/.stamp ## write the dashboard, extracted/dashboard/index.html, and say where it is
	@$(PY) -m pipeline dashboard $(OUT)

ledger: .venv/.stamp ## mentions claimed, explained, unclaimed, by kind and place; coloured in a notice (NOTICE=...)
	@$(PY) -m pipeline ledger $(NOTICE) --out $(OUT)

history: .venv/.stamp ## since when each fact is known, and how it last changed, as a file of queries (SINCE=revision)
	@$(PY) -m pipeline diff --since $(SINCE) --out $(OUT) --to $(or $(TO),$(OUT)/exports/changes.parquet)

export: .venv/.stamp ## write the tables as KIND=csv, sqlite or duckdb under extracted/exports/ (TO=...)
	@$(PY) -m pipeline export $(OUT) --$(KIND) $(if $(TO),--to $(TO))

xlsx: .venv/.stamp ## write 任务清单.xlsx under extracted/exports/, linked to the review pages (TO=...)
	@$(PY) -m pipeline review $(OUT) --raw $(RAW) >/dev/null
	@$(PY) -m pipeline export $(OUT) --xlsx $(if $(TO),--to $(TO))

score: .venv/.stamp ## compare extracted/ with the labels (LABELS=...)
	@$(PY) -m pipeline score $(OUT) $(LABELS)
	@PYTHONPATH=. $(PY) tests/bench/dev_labels.py

calibrate: .venv/.stamp ## make the table of confidence anew from the labels; needs ../shared/corpus
	@$(PY) tests/bench/calibrate.py

lint: .venv/.stamp ## check style and types
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check --quiet . || { echo "not formatted as agreed: run make format" >&2; exit 1; }
	@$(PY) -m mypy

format: .venv/.stamp ## format the code as lint wants it
	@$(PY) -m ruff format .

bench: .venv/.stamp ## time a warm run on raw/
	@$(PY) tests/bench/warm_run.py
	@$(PY) tests/bench/pdf_speed.py

bench-tables: .venv/.stamp ## break true tables, mend them, compare (ONLY="--kind split_row")
	@$(PY) tests/bench/tables/run.py $(ONLY)
	@$(PY) tests/bench/tables/pages.py

bench-sentences: .venv/.stamp ## sentences as notices write them, read and compared; the second set is not tuned on, the third says its own times, the fourth and the fifth are not tuned on either (N=1000 SEED=1 MISSES=0)
	@$(PY) tests/bench/sentences/run.py --n $(or $(N),1000) --seed $(or $(SEED),1) --misses $(or $(MISSES),0)
	@$(PY) tests/bench/sentences/run.py --n $(or $(N),1000) --seed $(or $(SEED),1) --set other --sums
	@$(PY) tests/bench/sentences/run.py --n $(or $(N),1000) --seed $(or $(SEED),1) --set fourth --sums
	@$(PY) tests/bench/sentences/run.py --n $(or $(N),1000) --seed $(or $(SEED),1) --set fifth --sums
	@$(PY) tests/bench/sentences/run.py --n $(or $(N),1000) --seed $(or $(SEED),1) --set third --misses $(or $(MISSES),0)

.PHONY: bench-draws
bench-draws: .venv/.stamp ## the tests that draw their examples, with all they can draw (ONLY=tests/tables)
	@MANY_DRAWS=1 $(PY) -m pytest -n $(WORKERS) --maxprocesses 4 --dist loadfile $(or $(ONLY),$(shell grep -rlE "tests(\.draws import| import draws)" --include="test_*.py" tests))

bench-compare: .venv/.stamp ## sentences whose facts this checkout reads otherwise than a commit does (AGAINST=HEAD FILE=tests/bench/ordinary.txt)
	@$(PY) tests/bench/compare.py $(FILE) --against $(or $(AGAINST),HEAD)

bench-growth: .venv/.stamp ## how the cost of each stage grows with the size of a notice (ONLY="task list")
	@NOTICE_CACHE= $(PY) tests/bench/growth.py $(ONLY)

bench-scale: .venv/.stamp ## time and memory of a run, of one notice more and of its difference, for N notices (N=1000; CACHED=10000 SHORT=100000: published only)
	@$(PY) tests/bench/scale.py --n $(or $(N),1000) --cached $(or $(CACHED),0) --short $(or $(SHORT),0)

.PHONY: bench-export
bench-export: .venv/.stamp ## seconds, memory and size of every export, for N notices (N="5 500 2000")
	@$(PY) tests/bench/export_speed.py extracted $(N)

.PHONY: bench-lost
bench-lost: .venv/.stamp ## what a second reader finds in ../shared/corpus and we have nowhere (ONLY=word)
	@$(PY) tests/bench/lost_text.py $(ONLY)

bench-faults: .venv/.stamp ## mutants of notices in every format, and what may happen around a run (N=300 SEED=1 ONLY=SIGKILL)
	@$(PY) tests/bench/faults/run.py --n $(or $(N),300) --seed $(or $(SEED),1) --only "$(ONLY)"

corpus: .venv/.stamp ## read every real file of ../shared/corpus, a row a file (ONLY=word)
	@$(PY) tests/bench/corpus.py $(ONLY)

twins: .venv/.stamp ## compare the facts of one notice in two formats, a pair at a time (ONLY=word)
	@$(PY) tests/bench/twins.py $(ONLY)

scans: .venv/.stamp ## print the notices of raw/, scan them, compare the facts; needs the extra ocr (ONLY=word, FONT=file)
	@$(PY) tests/bench/scan_round_trip.py $(ONLY)

doctor: .venv/.stamp ## say which readers and tools are there, and how to get the others
	@$(PY) -m pipeline doctor

ocr: .venv/.stamp ## install character recognition for scans and pictures into .venv (370 MB)
	@$(PYTHON) .ci/bootstrap.py ocr

wheel: .venv/.stamp ## build the wheel, install it in empty environments and read raw/ with it elsewhere
	@$(PY) .ci/wheel.py 3.12 3.13

lock: ## make both lock files anew from pyproject.toml (needs uv on the PATH)
	@command -v uv >/dev/null || { echo "make lock needs uv on the PATH: pipx install uv" >&2; exit 2; }
	@$(COMPILE) --extra dev -o requirements.lock pyproject.toml
	@$(COMPILE) --extra ocr --constraint requirements.lock -o requirements-ocr.lock pyproject.toml

clean: ## remove what make made, not extracted/
	rm -rf .venv .venv.lock .cache .extracted.* .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.stamp: requirements.lock
	@$(PYTHON) .ci/bootstrap.py
