"""`make bundle-test`: unpacks a bundle, cuts the network off, and looks whether ledwerk answers.

On Linux only. The network is cut off by a network namespace that has nothing but loopback; where
the system allows none, by leaving pip no index and all programs a proxy that does not exist.
"""

from __future__ import annotations

import json
import os
import shutil
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
    """Start it twice as a person does, and ask both times."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for time in ("first", "second"):
        script = subprocess.Popen(
            [folder / "start-linux.sh", "serve", "--no-browser", "--port", "0", "--workers", "1"],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert script.stdout is not None
        try:
            lines = iter(script.stdout.readline, "")
            address = next((line.split()[0] for line in lines if line.startswith("http")), None)
            if address is None:
                print(f"the {time} start gave no address", file=sys.stderr)
                return 1
            page = opener.open(address).read().decode()
            request = urllib.request.Request(
                f"{address}graphql",
                json.dumps(_ASKED).encode(),
                {"content-type": "application/json"},
            )
            found = json.load(opener.open(request))
        finally:
            script.terminate()
            script.wait(30)
        if "Zuyd Hogeschool" not in page and found.get("errors"):
            print(f"the {time} answer is wrong: {found}", file=sys.stderr)
            return 1
        print(
            f"the {time} start answers at {address}: page of {len(page)} letters, {found['data']}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
