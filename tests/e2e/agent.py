"""What an agent does on the desk, in words of the screen."""

from __future__ import annotations

from playwright.sync_api import FrameLocator, Locator, Page, expect


def open_ticket(page: Page, subject: str) -> FrameLocator:
    """Clicks the ticket in the list; returns the sidebar's frame when it has answered."""
    page.locator("#tickets").get_by_text(subject, exact=True).click()
    expect(page.locator("#subject")).to_have_text(subject)
    sidebar = page.frame_locator("#frame iframe")
    expect(answer(sidebar)).to_be_visible()
    return sidebar


def answer(sidebar: FrameLocator) -> Locator:
    return sidebar.get_by_label("What happened")
