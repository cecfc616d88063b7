#!/bin/sh
# Make .venv what is asked for: sh tools/environment.sh runtime|dev
# It then holds requirements/<name>.lock and the project itself, editable. When it already does, nothing happens.
set -eu
cd "$(dirname "$0")/.."
lock="requirements/$1.lock"

fail() {
    echo "$1" >&2
    exit 1
}

# True when "$1" is a Python of a version the locks are made for, and has module $2.
suits() {
    "$1" -c "import sys, $2; sys.exit(not (3, 11) <= sys.version_info < (3, 15))" 2>/dev/null
}

find_python() {
    for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11 python; do
        if suits "$name" "$1"; then
            echo "$name"
            return
        fi
    done
}

# Debian and Ubuntu keep what makes environments in a package of its own.
add_venv() {
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package with apt-get"
        { apt-get -qq update && apt-get -qq install -y --no-install-recommends "$package" >/dev/null; } || true
    fi
    suits "$1" ensurepip || fail "$1 cannot make environments: install its venv (Debian, Ubuntu: apt install $package)."
}

create() {
    python=$(find_python ensurepip)
    if [ -z "$python" ]; then
        python=$(find_python venv)
        [ -n "$python" ] || fail "No Python 3.11 to 3.14 found: install one, or name it with PYTHON=/path/to/python3."
        add_venv "$python"
    fi
    rm -rf .venv
    "$python" -m venv .venv
}

# A .venv that was moved here, or whose Python is gone or too old, is made anew.
grep -qsF "$(pwd -P)/.venv" .venv/bin/activate && suits .venv/bin/python pip || create

# The stamp inside .venv is written last, so an interrupted installation is done again.
stamp=".venv/.$1"
wanted=$(cat "$lock" pyproject.toml tools/environment.sh | cksum)
[ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ] || exit 0

echo "Installing $lock into .venv (the first time takes about a minute)"
pip=".venv/bin/python -m pip --disable-pip-version-check --quiet install"
$pip --require-hashes -r "$lock"
$pip --no-deps --no-build-isolation --editable .
echo "$wanted" >"$stamp"
