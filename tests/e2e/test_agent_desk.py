"""The product in a real browser: desk, cross-site sidebar, real SDK, demo sandbox."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from integrations.sandbox import scenarios
from tests.e2e.agent import answer, open_ticket

pytestmark = pytest.mark.e2e


def subjects(page: Page) -> list[str]:
    tickets = page.request.get(page.url.split("#")[0] + "_desk/tickets").json()["tickets"]
    return [ticket["subject"] for ticket in tickets]


def test_every_ticket_is_answered_in_the_sidebar(page: Page) -> None:
    """Each story was read by the worker before anybody opened it, and the sidebar shows all its parts."""
    assert len(subjects(page)) == len(scenarios.names()) >= 10
    for subject in subjects(page):
        sidebar = open_ticket(page, subject)
        expect(answer(sidebar)).to_have_text(re.compile(r"(High|Medium|Low) confidence.*\w{4}", re.DOTALL))
        expect(sidebar.get_by_role("heading", name=re.compile("Customer|Which customer"))).to_be_visible()
        expect(sidebar.get_by_role("heading", name="Next safest step")).to_be_visible()
        expect(sidebar.get_by_role("heading", name="Reply draft")).to_be_visible()
        expect(sidebar.get_by_text(re.compile(r"^(Live at|Read) ")).first).to_be_visible()
        # Nobody may press the wrong thing by reflex: no button stands out on first load.
        assert sidebar.locator("button[data-garden-id='buttons.button'][class*='primary']").count() == 0


def test_the_sidebar_is_cross_site_and_speaks_through_the_real_sdk(page: Page) -> None:
    open_ticket(page, "Double subscription??")
    frame = next(f for f in page.frames if "/sidebar" in f.url)
    assert page.url.startswith("http://127.0.0.1:")
    assert frame.url.startswith("http://localhost:")
    assert frame.evaluate("typeof window.ZAFClient.init") == "function"
    assert frame.evaluate("document.cookie") == ""


def test_insert_reply_puts_the_draft_into_the_editor_in_the_customers_language(page: Page) -> None:
    sidebar = open_ticket(page, "二重に請求されています")
    sidebar.get_by_role("button", name="Insert reply").click()
    expect(page.locator("#editor")).to_have_value(re.compile(r"[ぁ-ん].*[¥￥円]", re.DOTALL))
    expect(page.locator("button[data-type=publicReply]")).to_have_attribute("aria-pressed", "true")


def test_write_handoff_adds_one_internal_note_with_six_sections(page: Page) -> None:
    sidebar = open_ticket(page, "doppelte Abbuchung")
    sidebar.get_by_role("button", name="Write handoff").click()
    note = page.locator("#conversation li", has_text="PRODUCT GAP")
    expect(note).to_have_count(1)
    for section in ("CUSTOMER", "BILLING STATE", "DECISION", "ACTION TAKEN", "FOLLOW-UP"):
        expect(note).to_contain_text(section)
    expect(
        sidebar.get_by_text(re.compile("Internal note written by|Written as an internal note")).first
    ).to_be_visible()


def test_of_several_customers_the_agent_picks_one_and_the_pick_is_kept(page: Page) -> None:
    subject = shared_address(page)
    sidebar = open_ticket(page, subject)
    expect(sidebar.get_by_role("heading", name="Which customer is this?")).to_be_visible()
    chosen = sidebar.get_by_role("button", name=re.compile("^This one")).first
    label = chosen.get_attribute("aria-label") or ""
    name = label.removeprefix("This one: ").split(",")[0]
    chosen.click()
    expect(sidebar.get_by_text(re.compile("Chosen by Ana Ferreira"))).to_be_visible()
    page.reload()
    sidebar = open_ticket(page, subject)
    expect(sidebar.get_by_text(re.compile("Chosen by Ana Ferreira"))).to_be_visible()
    expect(sidebar.get_by_text(name, exact=True).first).to_be_visible()
    sidebar.get_by_role("button", name="Undo this choice").click()
    expect(sidebar.get_by_role("heading", name="Which customer is this?")).to_be_visible()


def shared_address(page: Page) -> str:
    """The subject of the ticket two customers may have written."""
    tickets = page.request.get(page.url.split("#")[0] + "_desk/tickets").json()["tickets"]
    return next(
        t["subject"] for t in tickets if str(t["requester"]["email"]).startswith(("billing@", "accounts@"))
    )


def test_gaps_are_issues_one_per_gap_and_the_sidebar_links_to_them(page: Page) -> None:
    base = page.url.split("#")[0]
    issues = page.request.get(base + "_desk/github").json()["issues"]
    titles = [issue["title"] for issue in issues]
    assert len(titles) == len(set(titles)) >= 4
    sidebar = open_ticket(page, "Double subscription??")
    link = sidebar.get_by_role("link", name=re.compile(r"GitHub issue #\d+"))
    expect(link).to_be_visible()
    assert page.request.get(link.get_attribute("href") or "").ok
    assert "noopener" in (link.get_attribute("rel") or "")


def test_stripe_and_github_can_be_looked_into(page: Page) -> None:
    page.get_by_role("button", name="What Stripe holds now").click()
    expect(page.locator("#holdings-list")).to_contain_text("Jonas Berg")
    page.get_by_role("button", name="What GitHub holds now").click()
    expect(page.locator("#holdings-list")).to_contain_text("cancel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_320_pixels_nothing_is_cut_off(browser: Browser, desk: str, scheme: str) -> None:
    """The sidebar's own width in Zendesk, and what 400 % zoom leaves of a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(desk)
    if scheme == "dark":
        page.click("#scheme")
    page.add_style_tag(
        content="#frame, #frame iframe { width: 320px !important; max-width: 320px !important }"
    )
    for subject in subjects(page):
        open_ticket(page, subject)
        frame = next(f for f in page.frames if "/sidebar" in f.url)
        wide = frame.evaluate(
            """() => [...document.querySelectorAll('body *')]
                .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1
                             && getComputedStyle(e).position !== 'absolute')
                .map(e => e.textContent.slice(0, 80))"""
        )
        assert frame.evaluate("innerWidth") <= 320
        assert wide == [], subject
    context.close()


def test_it_can_be_worked_with_the_keyboard_alone(page: Page) -> None:
    open_ticket(page, "doppelte Abbuchung")
    frame = next(f for f in page.frames if "/sidebar" in f.url)
    frame.locator("button").first.focus()
    reached = []
    for _ in range(40):
        reached.append(
            frame.evaluate("document.activeElement?.innerText || document.activeElement?.ariaLabel || ''")
        )
        outlined = frame.evaluate(
            """() => { const s = getComputedStyle(document.activeElement);
                       return s.outlineStyle !== 'none' || s.boxShadow !== 'none' || s.textDecorationLine !== 'none' }"""
        )
        assert outlined, reached[-1]
        if "Write handoff" in reached or any("Write" in r for r in reached[-1:]):
            break
        page.keyboard.press("Tab")
    assert any("Insert reply" in text for text in reached)
    assert any("Write" in text for text in reached)
