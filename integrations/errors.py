"""What can go wrong outside, named by what to do next.

Every error is a sentence an agent can read, without secrets or personal data, and carries the
vendor's request id where there is one.
"""

from __future__ import annotations


class VendorError(Exception):
    """Base of all errors of the outside world. `vendor` is one of "stripe", "zendesk", "github"."""

    def __init__(self, vendor: str, sentence: str, *, request_id: str | None = None) -> None:
        super().__init__(sentence)
        self.vendor = vendor
        self.sentence = sentence
        self.request_id = request_id

    def __str__(self) -> str:
        return f"{self.sentence} (request {self.request_id})" if self.request_id else self.sentence


class VendorUnavailable(VendorError):
    """Down, slow, over its limit or talking nonsense: try again later. `retry_after` in seconds."""

    def __init__(
        self, vendor: str, sentence: str, *, request_id: str | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(vendor, sentence, request_id=request_id)
        self.retry_after = retry_after


class KeptFailure(VendorUnavailable):
    """The vendor keeps answering a failure it saved under our key: look what happened, then take another key."""


class VendorRefused(VendorError):
    """The vendor understood and said no: trying again changes nothing. `permission` names what is missing."""

    def __init__(
        self, vendor: str, sentence: str, *, request_id: str | None = None, permission: str | None = None
    ) -> None:
        super().__init__(vendor, sentence, request_id=request_id)
        self.permission = permission


class NotFound(VendorError):
    """There is no such object, or it was deleted, or this key may not see it."""
