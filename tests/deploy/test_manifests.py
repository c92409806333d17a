"""app.json, Procfile, Dockerfile and compose.yaml say the same thing, and what each platform's rules allow."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.deploy.app_json_schema import SCHEMA

ROOT = Path(__file__).parents[2]
MANIFEST: dict[str, Any] = json.loads((ROOT / "app.json").read_text())
PROCFILE = dict(
    re.fullmatch(r"([a-z]+): (.+)", line).groups()  # type: ignore[union-attr]
    for line in (ROOT / "Procfile").read_text().splitlines()
)
DOCKERFILE = (ROOT / "Dockerfile").read_text()


def test_app_json_is_what_the_platform_accepts() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(MANIFEST, SCHEMA)


@pytest.mark.parametrize(
    "change",
    [
        {"descripton": "a typing error"},
        {"env": {"STRIPE_READ_KEY": {"description": "x", "secret": True}}},
        {"env": {"lower": "x"}},
        {"formation": {"web": {"size": "basic"}}},
        {"addons": [{"as": "QUEUE"}]},
        {"buildpacks": ["heroku/python"]},
        {"description": "x" * 141},
    ],
)
def test_the_schema_notices(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**MANIFEST, **change}, SCHEMA)


def test_app_json_and_procfile_name_the_same_processes() -> None:
    assert set(PROCFILE) == {"release", "web", "worker"}
    assert set(MANIFEST["formation"]) == set(PROCFILE) - {"release"}
    assert MANIFEST["success_url"].startswith("/")


def test_every_hook_that_builds_is_there_and_can_be_run() -> None:
    """Without it a platform would serve a service without its sidebar: what is built is not in the repository."""
    hook = ROOT / "bin" / "post_compile"
    assert hook.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", hook], check=False).returncode == 0
    assert "npm run --silent build" in hook.read_text()


# ------------------------------------------------------------------ Docker
def test_the_image_is_built_in_stages_and_runs_as_nobody_special() -> None:
    stages = DOCKERFILE.split("\nFROM ")
    last = stages[-1]
    assert len(stages) == 4
    assert re.search(r"^USER tillside$", last, re.MULTILINE)
    assert "npm" not in last.replace("no npm", "")
    assert "pip install" not in last
    assert "useradd" in last


def test_every_path_the_image_copies_is_there_and_not_ignored() -> None:
    allowed = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text().splitlines()
        if line.startswith("!")
    }
    for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE):
        for source in line.split()[:-1]:
            assert (ROOT / source).exists(), source
            assert source.rstrip("/").split("/")[0] in allowed, source


def test_the_ignore_list_lets_nothing_in_by_default() -> None:
    lines = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    assert lines[0] == "*"
    assert not any(".env" in line or ".git" in line or line == "!." for line in lines)


def test_the_health_check_asks_whether_it_is_ready() -> None:
    found = re.search(r"^HEALTHCHECK .*\\\n\s+CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)
    assert found
    command = json.loads(found[1])
    assert command[:2] == ["python", "-c"]
    compile(command[2], "healthcheck", "exec")
    assert "/health/ready" in command[2]


# ------------------------------------------------------------------ compose
@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    import yaml

    parsed: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return parsed


def test_compose_has_every_process_and_both_servers(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert set(services) == {"migrate", "web", "worker", "database", "queue"}
    for process in ("migrate", "web", "worker"):
        name = "release" if process == "migrate" else process
        assert services[process]["command"] == shlex.split(PROCFILE[name])[3:]
        assert services[process]["env_file"] == ".env"
    assert set(compose["volumes"]) == {"database"}


def test_compose_starts_in_an_order_that_works(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["migrate"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    for process in ("web", "worker"):
        waits = services[process]["depends_on"]
        assert waits["migrate"] == {"condition": "service_completed_successfully"}
        assert waits["queue"] == {"condition": "service_healthy"}
    assert all("test" in services[name]["healthcheck"] for name in ("database", "queue"))


def test_compose_holds_no_secret_and_shows_nothing_to_the_network(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert services["web"]["ports"] == ["127.0.0.1:8080:8080"]
    assert all("ports" not in services[name] for name in services if name != "web")
    assert re.findall(r"PASSWORD: (?!\$\{)", (ROOT / "compose.yaml").read_text()) == []
    for name in ("migrate", "web", "worker"):
        assert services[name]["cap_drop"] == ["ALL"]
        assert services[name]["read_only"] is True
