"""The one way a stand-in answers: recorded, delayed or spoiled by the faults, then under the world's lock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from integrations.sandbox.world import World


def through_faults(world: World, vendor: str, wire: WSGIApplication, *, beside: str = "") -> WSGIApplication:
    """Wraps a stand-in's WSGI application.

    Paths that start with `beside` are not the vendor's: they take the lock, but no fault strikes and
    nobody counts them.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def act() -> Response:
            with world.lock:
                return Response.from_app(wire, environ, buffered=True)

        path = environ.get("PATH_INFO", "/")
        if beside and path.startswith(beside):
            return act()(environ, start_response)
        response = world.faults.around(vendor, environ["REQUEST_METHOD"], path, act)
        return response(environ, start_response)

    return answer
