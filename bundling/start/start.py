"""Starts ledwerk from this folder: makes its environment once, loads the data once, opens it.

Only Python itself is needed, and no internet. Everything that is made stands in the folder "own"
beside this file; remove that folder to begin anew.
"""

import os
import signal
import subprocess
import sys
import webbrowser

HERE = os.path.dirname(os.path.abspath(__file__))
OWN = os.path.join(HERE, "own")
PLACE = os.path.join(OWN, "python-%d.%d" % sys.version_info[:2])
READY = os.path.join(PLACE, "ready")
KNOWN = ((3, 11), (3, 12), (3, 13))
WINDOWS = os.name == "nt"


def tell(dutch, english):
    print(dutch)
    print(english)
    sys.stdout.flush()


def python_fits():
    if sys.version_info[:2] in KNOWN and sys.maxsize > 2**32:
        return True
    tell(
        "Deze Python is %s; nodig is 3.11, 3.12 of 3.13 (64-bit)." % sys.version.split()[0],
        "This Python is %s; 3.11, 3.12 or 3.13 (64 bits) is needed." % sys.version.split()[0],
    )
    return False


def inside(name):
    folder = "Scripts" if WINDOWS else "bin"
    return os.path.join(PLACE, folder, name + ".exe" if WINDOWS else name)


def install():
    """An environment with what the folder wheels holds; nothing is fetched."""
    if os.path.exists(READY):
        return
    tell("Eenmalig klaarzetten; dit duurt een minuut.", "Preparing, once; this takes a minute.")
    subprocess.check_call([sys.executable, "-m", "venv", "--clear", "--without-pip", PLACE])
    wheels = os.path.join(HERE, "wheels")
    pip = [name for name in sorted(os.listdir(wheels)) if name.startswith("pip-")][0]
    environ = dict(os.environ, PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
    environ["PYTHONPATH"] = os.path.join(wheels, pip)
    environ.pop("PIP_FIND_LINKS", None)
    subprocess.check_call(
        [
            inside("python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install",
            "--no-index", "--no-cache-dir", "--find-links", wheels, "ledwerk",
        ],
        env=environ,
    )  # fmt: skip
    with open(READY, "w") as done:
        done.write("ready\n")


def load(environ):
    """The tables of LED, where the store has nothing yet."""
    subprocess.check_call(
        [inside("ledwerk"), "load", os.path.join(HERE, "data", "led-2016"), "--if-empty"],
        env=environ,
    )


def wanted(words):
    """What is to be done: the words that were given, or what the person at the keyboard chooses."""
    if words:
        return words
    if not sys.stdin.isatty():
        return ["serve"]
    tell(
        "Druk op Enter om het netwerk te bekijken, of typ w en Enter voor een werksessie.",
        "Press Enter to look at the network, or type w and Enter for a workshop.",
    )
    return ["workshop"] if input("> ").strip().lower().startswith("w") else ["serve"]


def serve(words, environ):
    """Start the service, open its page, and wait until it is stopped."""
    opens = "--no-browser" not in words
    words = [word for word in words if word != "--no-browser"]
    service = subprocess.Popen(
        [inside("ledwerk")] + words, env=environ, stdout=subprocess.PIPE, universal_newlines=True
    )
    # Who ends this script, or closes its window, ends the service.
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: service.terminate())
    try:
        for line in service.stdout:
            print(line.rstrip())
            sys.stdout.flush()
            if line.startswith("http") and opens:
                webbrowser.open(line.split()[0])
                opens = False
        return service.wait()
    except KeyboardInterrupt:
        return service.wait()


def main(words):
    if not python_fits():
        return 1
    environ = dict(os.environ)
    environ.setdefault("LEDWERK_STORE", "sqlite:" + os.path.join(OWN, "network.sqlite"))
    environ["PYTHONUNBUFFERED"] = "1"
    try:
        os.makedirs(OWN, exist_ok=True)
        install()
        load(environ)
    except OSError as error:
        tell(
            "Hier kan niet geschreven worden (%s). Pak de zip uit in een eigen map." % error,
            "It cannot be written here (%s). Unpack the zip in a folder of your own." % error,
        )
        return 1
    except subprocess.CalledProcessError:
        tell(
            "Het klaarzetten lukte niet; hierboven staat waarom. Verwijder de map own en probeer"
            " het opnieuw, of lees README.txt.",
            "Preparing did not work; why is said above. Remove the folder own and try again, or"
            " read README.txt.",
        )
        return 1
    words = wanted(words)
    if words[0] == "serve":
        return serve(words, environ)
    try:
        return subprocess.call([inside("ledwerk")] + words, env=environ)
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
