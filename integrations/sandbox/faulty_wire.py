"""The one way a stand-in answers: recorded, delayed or spoiled by the faults, then under the world's lock."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from integrations.sandbox.world import World


def through_faults(
    world: World, vendor: str, wire: WSGIApplication, *, vendor_paths: tuple[str, ...] = ("/",)
) -> WSGIApplication:
    """Wraps a stand-in's WSGI application.

    Only paths that start with one of `vendor_paths` are the vendor's. The rest (pages for people) take
    the lock too, but no fault strikes them and nobody counts them.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        def act() -> Response:
            with world.lock:
                return Response.from_app(wire, environ, buffered=True)

        path = environ.get("PATH_INFO", "/")
        if not path.startswith(vendor_paths):
            return act()(environ, start_response)
        response = world.faults.around(vendor, environ["REQUEST_METHOD"], path, act)
        return response(environ, start_response)

    return answer
