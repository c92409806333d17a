"""Reading a stored case through the API, as a ratio to a bare Flask route that reads one row.

Same server (waitress, in processes of their own), same database file, same client, alternating rounds
of one run, so that a noisy machine bothers both alike. Asked: at least 0.6.
"""

from __future__ import annotations

import hashlib
import http.client
import multiprocessing
import socket
import statistics
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

ROUNDS, SECONDS, CLIENTS = 7, 1.5, 4
BEARER = "bench-bearer"


def environment(folder: Path) -> dict[str, str]:
    return {
        "STRIPE_READ_KEY": "rk_test_bench",
        "ZENDESK_SUBDOMAIN": "northwind",
        "ZENDESK_CLIENT_ID": "bench",
        "ZENDESK_CLIENT_SECRET": "bench",
        "SECRET_KEY": "b" * 40,
        "DATABASE_URL": f"sqlite:///{folder / 'bench.db'}",
    }


def prepare(folder: Path) -> None:
    """One case of a usual size, stored as the worker stores it, and a session to read it with."""
    from integrations.sandbox import scenarios
    from integrations.sandbox.running import running
    from integrations.sandbox.world import World
    from plugin import wiring
    from plugin.jobs.case_reader import CaseReader
    from plugin.jobs.tasks import diagnose_ticket
    from plugin.settings import Settings
    from plugin.store import Cases, GapIssues, Sessions, open_store
    from plugin.store.migrate import upgrade

    settings = Settings.read(environment(folder))
    upgrade(settings.database_url)
    store, now = open_store(settings.database_url), datetime.now(UTC)
    world = World()
    scenarios.stage(world, "duplicate_minutes_apart")
    (ticket_id,) = world.zendesk.tickets
    with running(world) as at:
        there = Settings.read(
            environment(folder)
            | {"STRIPE_API_BASE": at.stripe, "ZENDESK_BASE_URL": at.zendesk}
            | {"ZENDESK_CLIENT_ID": "tillside-sandbox", "ZENDESK_CLIENT_SECRET": "sandbox-secret"}
        )
        cases = Cases(store, settings.account)
        cases.want(ticket_id, "open", at=now)
        casework = wiring.casework(there, wiring.helpdesk(there), lambda _requester: None)
        reader = CaseReader(casework, GapIssues(store, settings.account), settings.secret_key)
        assert diagnose_ticket(ticket_id, cases, reader.read, wiring.utc_now, "bench") == "kept"
    Sessions(store, settings.account).open(
        hashlib.sha256(BEARER.encode()).hexdigest(),
        agent_id=1,
        agent_name="Bench",
        installation=f"{settings.account}/1",
        at=now,
    )
    store.close()


def serve_ours(folder: str, port: int) -> None:
    import waitress

    from plugin import create_app
    from plugin.settings import Settings

    waitress.serve(
        create_app(Settings.read(environment(Path(folder)))), port=port, host="127.0.0.1", threads=8
    )


def serve_bare(folder: str, port: int) -> None:
    """The least a Flask route can do that reads one row and answers it."""
    import flask
    import sqlalchemy
    import waitress

    engine = sqlalchemy.create_engine(f"sqlite:///{folder}/bench.db")
    wanted = sqlalchemy.text("SELECT document FROM cases WHERE ticket_id = :ticket_id")
    app = flask.Flask("bare")

    @app.get("/case/<int:ticket_id>")
    def case(ticket_id: int) -> flask.Response:
        with engine.connect() as connection:
            document = connection.execute(wanted, {"ticket_id": ticket_id}).scalar_one()
        return flask.Response(document, content_type="application/json")

    waitress.serve(app, port=port, host="127.0.0.1", threads=8)


def requests_per_second(port: int, path: str) -> float:
    done = [0] * CLIENTS
    until = time.perf_counter() + SECONDS

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while time.perf_counter() < until:
            connection.request("GET", path, headers={"Authorization": f"Bearer {BEARER}"})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, (answer.status, body[:300])
            done[number] += 1

    threads = [threading.Thread(target=client, args=(n,)) for n in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / SECONDS


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        ours, bare = free_port(), free_port()
        context = multiprocessing.get_context("spawn")
        servers = [
            context.Process(target=serve_ours, args=(name, ours), daemon=True),
            context.Process(target=serve_bare, args=(name, bare), daemon=True),
        ]
        for server in servers:
            server.start()
        try:
            wait_for(ours)
            wait_for(bare)
            rounds = []
            for number in range(ROUNDS + 1):
                ours_rate = requests_per_second(ours, "/api/tickets/1001/case")
                bare_rate = requests_per_second(bare, "/case/1001")
                if number:  # the first round warms both up
                    rounds.append((ours_rate, bare_rate))
        finally:
            for server in servers:
                server.terminate()
    ratios = [ours_rate / bare_rate for ours_rate, bare_rate in rounds]
    print(f"stored case through the API: {statistics.median(r for r, _ in rounds):.0f} requests/s")
    print(f"bare route reading one row:  {statistics.median(r for _, r in rounds):.0f} requests/s")
    print(f"ratio (median of {len(ratios)} rounds): {statistics.median(ratios):.2f}   asked: at least 0.60")


if __name__ == "__main__":
    main()
    sys.exit(0)
