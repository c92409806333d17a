"""The one way a stand-in answers: recorded, delayed or spoiled by the faults, then under the world's lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, ExitStack
from typing import TYPE_CHECKING

from waitress.channel import ClientDisconnected
from werkzeug.wrappers import Response

from integrations.sandbox.faults import ConnectionDropped, Fault

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from integrations.sandbox.world import World

    Hold = Callable[[WSGIEnvironment], AbstractContextManager[Response | None]]

FAULT = "tillside.fault"
"""Where a wire finds, in a request's environ, the rule that is about to spoil its answer."""


def through_faults(
    world: World,
    vendor: str,
    wire: WSGIApplication,
    *,
    vendor_paths: tuple[str, ...] = ("/",),
    hold: Hold | None = None,
) -> WSGIApplication:
    """Wraps a stand-in's WSGI application.

    Only paths that start with one of `vendor_paths` are the vendor's. The rest (pages for people) take
    the lock too, but no fault strikes them and nobody counts them.

    `hold` is entered when a request arrives, before any fault delays it, and left when the vendor has
    acted. What it yields, if anything, is the answer instead of the vendor's.
    """

    def under_lock(environ: WSGIEnvironment) -> Response:
        with world.lock:
            return Response.from_app(wire, environ, buffered=True)

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "/")
        if not path.startswith(vendor_paths):
            return under_lock(environ)(environ, start_response)
        with ExitStack() as held:
            instead = held.enter_context(hold(environ)) if hold else None

            def act(fault: Fault | None) -> Response:
                environ[FAULT] = fault
                try:
                    return instead or under_lock(environ)
                finally:
                    held.close()

            try:
                response = world.faults.around(vendor, environ["REQUEST_METHOD"], path, act)
            except ConnectionDropped:
                # What waitress itself raises when a client has gone: it closes the socket, silently.
                raise ClientDisconnected from None
        return response(environ, start_response)

    return answer
