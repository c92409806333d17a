"""Hints: small messages that say where to look. What is due is known from the store alone.

A hint names a kind and a key ("ticket", "4711"). Losing one costs a few seconds until the reconcile
finds the row, running one twice costs one query. So the queue may be any of huey's, on one machine or
many, and the code that sends or answers a hint does not know which.
"""

# huey has no annotations.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from huey.api import Huey, PostgresHuey, RedisHuey, SqliteHuey
from huey.registry import Message
from huey.serializer import Serializer
from sqlalchemy.engine import make_url

from plugin.store.engine import private_file

log = logging.getLogger(__name__)

Answer = Callable[[str], object]
"""What is done about a hint; handed the key."""


class HintSerializer(Serializer):
    """JSON with an id, a kind and a key. Never pickle: who can write to the queue must not run code."""

    def _serialize(self, message: Message) -> bytes:
        kind, key = message.args
        return json.dumps({"id": message.id, "task": message.name, "kind": kind, "key": key}).encode()

    def _deserialize(self, data: bytes) -> Message:
        said = json.loads(bytes(data))
        names = ("id", "task", "kind", "key")
        if not isinstance(said, dict) or not all(isinstance(said.get(name), str) for name in names):
            raise ValueError("not a hint")
        hint = {"id": said["id"], "name": said["task"], "args": (said["kind"], said["key"]), "kwargs": {}}
        return Message(**dict.fromkeys(Message._fields) | hint)


class Hints:
    """The queue of one installation; two installations may share a server and never meet."""

    def __init__(self, queue_url: str, account: str = "") -> None:
        name = f"tillside{hashlib.sha256(account.encode()).hexdigest()[:12]}" if account else "tillside"
        self.huey: Huey = _open_huey(queue_url, name)
        self._answers: dict[str, Answer] = {}
        self._task = self.huey.task(name="hint")(self._answer)

    def send(self, kind: str, key: str) -> bool:
        """False when the queue is down, which the sender need not care about: the row is written."""
        try:
            self._task(kind, key)
        except Exception as error:
            log.warning("hint not sent: kind=%s key=%s error=%s", kind, key, type(error).__name__)
            return False
        return True

    def register(self, kind: str, answer: Answer) -> None:
        if kind in self._answers:
            raise ValueError(f"two answers to hints of the kind {kind!r}")
        self._answers[kind] = answer

    def waiting(self) -> int:
        """How many hints nobody has taken yet."""
        return int(self.huey.pending_count())

    def close(self) -> None:
        storage = self.huey.storage
        # RedisHuey keeps a pool instead of one connection.
        (storage.pool.disconnect if isinstance(self.huey, RedisHuey) else storage.close)()

    def _answer(self, kind: str, key: str) -> None:
        answer = self._answers.get(kind)
        if answer is None:
            log.warning("hint of an unknown kind dropped: kind=%s", kind)
            return
        try:
            answer(key)
        except Exception:
            # The row stays due, so there is nothing to retry here.
            log.exception("hint not answered: kind=%s key=%s", kind, key)


def _open_huey(queue_url: str, name: str) -> Huey:
    settings: dict[str, Any] = {"results": False, "serializer": HintSerializer()}
    url = make_url(queue_url)
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        private_file(Path(url.database))
        # No fsync: a hint that a power cut swallows is found again.
        return SqliteHuey(name, filename=url.database, timeout=10, fsync=False, **settings)
    if backend in {"postgresql", "postgres"}:
        dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
        return PostgresHuey(name, dsn=dsn, **settings)
    if backend in {"redis", "rediss", "unix"}:
        return RedisHuey(name, url=queue_url, **settings)
    raise ValueError(f"QUEUE_URL starts with sqlite:///, postgresql:// or redis://, not {url.drivername}://")
