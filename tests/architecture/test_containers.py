"""What starts ledwerk beside Neo4j: the compose file, the image, and the settings of both.

No engine is needed: the compose file is held against the published schema, the commands against the
real command line, and the health check against the real service.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from ledwerk.api.cli import parser

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"
TEXT = COMPOSE.read_text(encoding="utf-8")
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(TEXT)["services"]
SETTINGS = (ROOT / ".env.example").read_text(encoding="utf-8")
SCALING = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
PASSWORD = "LEDWERK_NEO4J_PASSWORD"  # noqa: S105 - its name
OURS = [name for name, service in SERVICES.items() if "build" in service]


def _instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, each as its word and the rest."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    words = [line.split(maxsplit=1) for line in text.splitlines() if line.strip()]
    return [(word, " ".join(rest.split())) for word, rest in words]


INSTRUCTIONS = _instructions()
FINAL = INSTRUCTIONS[max(at for at, (word, _) in enumerate(INSTRUCTIONS) if word == "FROM") :]


def _only(word: str) -> str:
    """What the final stage says with an instruction that it has once."""
    (rest,) = [rest for found, rest in FINAL if found == word]
    return rest


def _valid(file: Path) -> subprocess.CompletedProcess[str]:
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    return subprocess.run([*check, file], capture_output=True, text=True, check=False)


def test_compose_follows_the_published_schema() -> None:
    found = _valid(COMPOSE)
    assert found.returncode == 0, found.stdout


def test_the_schema_finds_a_misspelt_key(tmp_path: Path) -> None:
    broken = tmp_path / "docker-compose.yml"
    broken.write_text(TEXT.replace("healthcheck:", "healtcheck:"), encoding="utf-8")
    found = _valid(broken)
    assert found.returncode == 1
    assert "healtcheck" in found.stdout


def test_compose_itself_reads_it_and_wants_a_password(tmp_path: Path) -> None:
    docker = shutil.which("docker") or "docker"
    try:
        subprocess.run([docker, "compose", "version"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("docker compose is not installed")
    bare = {name: value for name, value in os.environ.items() if not name.startswith("LEDWERK_")}
    for password, code in (("a-password", 0), ("", 1)):
        found = subprocess.run(
            [docker, "compose", "--env-file", os.devnull, "--file", COMPOSE, "config", "--quiet"],
            cwd=tmp_path,
            env=bare | {PASSWORD: password},
            capture_output=True,
            text=True,
            check=False,
        )
        assert bool(found.returncode) == bool(code), found.stderr


def test_every_variable_is_explained_with_its_default() -> None:
    used = dict(re.findall(r"\$\{(\w+)(?::-([^}]*))?", TEXT))
    blocks = [block for block in SETTINGS.split("\n\n") if "=" in block.split("\n")[-1]]
    assert all(block.startswith("# ") for block in blocks)
    assert dict(re.findall(r"^(\w+)=(.*)$", SETTINGS, re.MULTILINE)) == used


def test_no_password_works_by_default() -> None:
    uses = re.findall(rf"\$\{{{PASSWORD}([^}}]*)\}}", TEXT)
    assert uses
    assert all(use.startswith(":?") for use in uses)
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH"].startswith(f"neo4j/${{{PASSWORD}:?")
    assert f"\n{PASSWORD}=\n" in SETTINGS
    assert "PASSWORD" not in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_ports_are_published_on_this_machine_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


@pytest.mark.parametrize("name", SERVICES)
def test_a_container_can_do_little(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.get("privileged")
    if name in OURS:
        assert service["read_only"]
        assert service["tmpfs"] == ["/tmp"]  # noqa: S108 - the container's own
    else:  # ours are not root by their image
        assert not service["user"].startswith("0")


def test_one_starts_after_the_other() -> None:
    healthy = {"condition": "service_healthy"}
    assert SERVICES["load"]["depends_on"] == {"neo4j": healthy}
    done = {"condition": "service_completed_successfully"}
    assert SERVICES["ledwerk"]["depends_on"] == {"neo4j": healthy, "load": done}


def test_the_image_is_not_root_and_says_how_it_is() -> None:
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", _only("USER"))
    assert SERVICES["ledwerk"]["healthcheck"]["test"] == _health()


def test_images_are_pinned() -> None:
    # To the patch, and the Debian below; a digest is known only where a registry can be asked.
    (base,) = [rest for word, rest in INSTRUCTIONS if word == "ARG"]
    assert re.fullmatch(r"PYTHON=python:3\.11\.\d+-slim-[a-z]+", base)
    assert {rest.split()[0] for word, rest in INSTRUCTIONS if word == "FROM"} == {"${PYTHON}"}
    assert re.fullmatch(r"neo4j:5\.26\.\d+-community", SERVICES["neo4j"]["image"])


def test_tests_and_compose_run_the_same_neo4j() -> None:
    pom = (ROOT / "tests" / "neo4j" / "pom.xml").read_text(encoding="utf-8")
    tested = re.search(r"<neo4j\.version>(\d+\.\d+)\.", pom)
    started = re.search(r":(\d+\.\d+)\.", SERVICES["neo4j"]["image"])
    assert tested
    assert started
    assert tested[1] == started[1]


def test_the_image_has_what_is_locked_and_no_more() -> None:
    runs = " ".join(rest for word, rest in INSTRUCTIONS if word == "RUN")
    for install in re.findall(r"install (--\S+.*?)(?= &&|$)", runs):
        assert "--require-hashes" in install or "--no-index" in install
    assert "requirements-dev.lock" not in runs
    with (ROOT / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    assert f'org.opencontainers.image.version="{version}"' in _only("LABEL")


def test_what_is_copied_is_there_and_not_ignored() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [
        source
        for word, rest in INSTRUCTIONS
        if word == "COPY" and not rest.startswith("--from")
        for source in rest.split()[:-1]
    ]
    assert all((ROOT / source).exists() for source in copied)
    assert "*" in lines
    assert {line[1:] for line in lines if line.startswith("!")} == set(copied)


def _commands() -> list[list[str]]:
    found = [service["command"] for service in SERVICES.values() if "command" in service]
    found.append(json.loads(_only("CMD")))
    blocks = "".join(re.findall(r"^```sh\n(.*?)^```", SCALING, re.MULTILINE | re.DOTALL))
    found += [shlex.split(line) for line in re.findall(r"^ledwerk .*$", blocks, re.MULTILINE)]
    return found


@pytest.mark.parametrize("command", _commands(), ids=" ".join)
def test_every_command_is_one(command: list[str]) -> None:
    name, *arguments = command
    assert name == "ledwerk"
    assert parser().parse_args(arguments).command in {"load", "serve"}


def test_the_data_that_is_loaded_is_in_the_image() -> None:
    folder = SERVICES["load"]["command"][2]
    assert f"data/led-2016 {folder}" in [rest for word, rest in FINAL if word == "COPY"]


def test_the_health_check_asks_the_service(tmp_path: Path) -> None:
    code = "import sys; from ledwerk.api.cli import main; sys.exit(main())"
    store = f"sqlite:{tmp_path / 'empty.sqlite'}"
    with subprocess.Popen(
        [sys.executable, "-c", code, "serve", "--port", "0", "--store", store],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as service:
        try:
            assert service.stdout
            told = re.search(r":(\d+)/", service.stdout.readline())
            assert told
            assert _healthy(told[1]) == 0
        finally:
            service.terminate()
    assert _healthy(told[1]) != 0


def _health() -> list[str]:
    """What the image is asked, as compose writes it."""
    _, _, command = _only("HEALTHCHECK").partition("CMD ")
    return ["CMD", *json.loads(command)]


def _healthy(port: str) -> int:
    _, _, *arguments = _health()
    asked = [argument.replace("8000", port) for argument in arguments]
    assert asked != arguments
    return subprocess.run([sys.executable, *asked], capture_output=True, check=False).returncode
