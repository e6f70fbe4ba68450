"""`make bundle-test`: unpacks a bundle, cuts the network off, and looks whether ledwerk answers.

On Linux only. The network is cut off by a network namespace that has nothing but loopback; where
the system allows none, by leaving pip no index and all programs a proxy that does not exist.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
_CUT_OFF = ("unshare", "--net", "--map-root-user")
_LOOPBACK = 'ip link set lo up 2>/dev/null; exec "$@"'
_NOWHERE = dict.fromkeys(
    ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9"
)
_ASKED = {"query": '{ search(text: "zuyd", first: 1) { nodes { __typename } } }'}


def main(words: list[str]) -> int:
    """Try the bundle that is named, or the newest of dist/."""
    if words[:1] == ["--inside"]:
        return inside(Path(words[1]))
    bundles = sorted((ROOT / "dist").glob("ledwerk-*-bundle*.zip"), key=lambda f: f.stat().st_mtime)
    if not words and not bundles:
        print("there is no bundle in dist/; make one first: make bundle", file=sys.stderr)
        return 1
    bundle = Path(words[0]) if words else bundles[-1]
    place = Path(tempfile.mkdtemp(prefix="bundle-"))
    try:
        folder = unpacked(bundle, place)
        again = [sys.executable, __file__, "--inside", str(folder)]
        cut = [*_CUT_OFF, "sh", "-c", _LOOPBACK, "sh"] if can_cut_off() else []
        how = "a network namespace with loopback only" if cut else "no index and a dead proxy"
        print(f"{bundle.name}: the network is cut off by {how}")
        return subprocess.run([*cut, *again], env=environ(place), check=False).returncode
    finally:
        shutil.rmtree(place, ignore_errors=True)


def unpacked(bundle: Path, place: Path) -> Path:
    """The folder in the bundle, its start scripts runnable as unzip leaves them."""
    with zipfile.ZipFile(bundle) as packed:
        packed.extractall(place)
        for entry in packed.infolist():
            (place / entry.filename).chmod(entry.external_attr >> 16)
    return next(place.glob("ledwerk-*"))


def can_cut_off() -> bool:
    """Whether this system gives a network of its own."""
    if not shutil.which("unshare"):
        return False
    return subprocess.run([*_CUT_OFF, "true"], capture_output=True, check=False).returncode == 0


def environ(home: Path) -> dict[str, str]:
    """What a laptop has: a path and a home; nothing of this checkout, no registry."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "nl_NL.UTF-8", **_NOWHERE}


def inside(folder: Path) -> int:
    """Start it as a person does: twice to look, once for a workshop; ask each time."""
    for words in (("serve", "--workers", "1"), ("serve", "--workers", "1"), ("workshop",)):
        script = subprocess.Popen(
            [folder / "start-linux.sh", *words, "--no-browser", "--port", "0"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        try:
            found = answer(script)
        finally:
            os.killpg(script.pid, signal.SIGTERM)
            script.wait(30)
        if found is None:
            print(f"{words[0]}: no address was given, or nothing known answers", file=sys.stderr)
            return 1
        print(f"{words[0]}: {found}")
    return 0


def answer(script: subprocess.Popen[str]) -> str | None:
    """What the service says that a script starts; None where it says nothing known."""
    assert script.stdout is not None
    lines = iter(script.stdout.readline, "")
    found = (re.search(r"http://127\.0\.0\.1:\d+/", line) for line in lines)
    address = next((match[0] for match in found if match), None)
    if address is None:
        return None
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    kind = {"content-type": "application/json"}
    asked = urllib.request.Request(f"{address}graphql", json.dumps(_ASKED).encode(), kind)
    told = json.load(opener.open(asked))
    page = opener.open(address).read().decode()
    if told.get("errors") or not told["data"]["search"]["nodes"] or "<html" not in page:
        return None
    return f"answers at {address}: a page of {len(page):,} letters, {told['data']}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
