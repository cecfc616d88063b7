# Two commands are enough: `make serve` and `make test`. Each first makes .venv what it needs to be.
# ARGS are passed on: make serve ARGS="--port 8051", make test ARGS="-k edtf".

ARGS ?=
BIN = .venv/bin
COMPILE = $(BIN)/python -m piptools compile --quiet --strip-extras --generate-hashes --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
	--build-deps-for editable --build-deps-for wheel --extra windows

.PHONY: serve test wheel words lock runtime dev chromium

serve: runtime
	@$(BIN)/as-reported serve $(ARGS)

test: chromium
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m pytest $(ARGS)

wheel: runtime
	@$(BIN)/python -m hatchling build --target wheel

# The template of the interface's words, and every catalogue brought up to it and compiled.
words: dev
	@$(BIN)/python -m tools.words

# Pins follow pyproject.toml; ARGS=--upgrade takes the newest allowed. Done with the oldest supported Python, so
# that what only that version needs is not left out.
lock: dev
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] > (3, 11) and "make lock needs a .venv of Python 3.11")'
	@CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) $(ARGS) --output-file requirements/runtime.lock pyproject.toml
	@CUSTOM_COMPILE_COMMAND="make lock" $(COMPILE) $(ARGS) --extra dev --constraint requirements/runtime.lock \
		--output-file requirements/dev.lock pyproject.toml

runtime dev:
	@sh tools/environment.sh $@

chromium: dev
	@$(BIN)/python -m tools.chromium
