"""The agent disagrees in the sidebar, by mouse and by keyboard, and what follows is seen at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect

from tests.e2e.agent import answer, open_ticket

pytestmark = pytest.mark.e2e

SUBJECT = "Bill went from 26 to 117 dollars"


@pytest.fixture
def sidebar(page: Page) -> Iterator[FrameLocator]:
    """One ticket, left as it was found."""
    opened = open_ticket(page, SUBJECT)
    yield opened
    if undo(opened).count():
        undo(opened).click()
        expect(opened.get_by_role("button", name="Not right?")).to_be_visible()


def what(sidebar: FrameLocator) -> Locator:
    return sidebar.get_by_role("combobox", name="What is it really?")


def undo(sidebar: FrameLocator) -> Locator:
    return sidebar.get_by_role("button", name=re.compile("^Undo: take back"))


def focused(page: Page) -> str:
    frame = next(f for f in page.frames if "/sidebar" in f.url)
    return str(frame.evaluate("document.activeElement.textContent"))


def test_a_correction_changes_plan_and_reply_and_is_kept(page: Page, sidebar: FrameLocator) -> None:
    before = sidebar.get_by_role("group", name="Reply draft").text_content()
    sidebar.get_by_role("button", name="Not right?").click()
    what(sidebar).select_option(label="Discount has ended")
    sidebar.get_by_role("combobox", name="Why").select_option(label="It cannot be seen in Stripe")
    sidebar.get_by_role("textbox", name="In your words").fill(
        "The offer was on paper; pat@example.com has it."
    )
    sidebar.get_by_role("button", name="Correct it").click()
    expect(sidebar.get_by_text(re.compile("^Corrected by Ana Ferreira, "))).to_be_visible()
    expect(answer(sidebar)).to_contain_text("The discount has ended")
    expect(answer(sidebar)).to_contain_text("Low confidence")
    expect(sidebar.get_by_text("Tillside says: Used more than the plan includes")).to_be_visible()
    expect(sidebar.get_by_role("heading", name="Ask the customer")).to_be_visible()
    assert sidebar.get_by_role("group", name="Reply draft").text_content() != before

    page.reload()
    again = open_ticket(page, SUBJECT)
    expect(again.get_by_text(re.compile("^Corrected by Ana Ferreira, "))).to_be_visible()
    again.get_by_text(re.compile("reasons? for")).click()
    reason = again.get_by_text(re.compile("^Ana Ferreira says so: what happened cannot be seen in Stripe"))
    expect(reason).to_contain_text("The offer was on paper; [e-mail] has it.")
    undo(again).click()
    expect(again.get_by_role("button", name="Not right?")).to_be_visible()
    expect(again.get_by_role("group", name="Reply draft")).to_have_text(before or "")


def test_agreeing_is_one_click_and_can_be_taken_back(page: Page, sidebar: FrameLocator) -> None:
    sidebar.get_by_role("button", name="That is right").click()
    expect(sidebar.get_by_text(re.compile("^Confirmed by Ana Ferreira, "))).to_be_visible()
    expect(answer(sidebar)).not_to_contain_text("Corrected by")
    undo(sidebar).click()
    expect(sidebar.get_by_role("button", name="That is right")).to_be_visible()


def test_it_works_with_the_keyboard_and_keeps_the_place(page: Page, sidebar: FrameLocator) -> None:
    trigger = sidebar.get_by_role("button", name="Not right?")
    trigger.focus()
    page.keyboard.press("Enter")
    expect(what(sidebar)).to_be_focused()
    page.keyboard.press("Escape")
    expect(trigger).to_be_focused()
    page.keyboard.press("Enter")
    expect(what(sidebar)).to_be_focused()
    expect(what(sidebar)).to_be_enabled()
    sidebar.get_by_role("button", name="Correct it").press("Enter")
    expect(sidebar.get_by_text("Choose what it really is.")).to_be_visible()
    expect(what(sidebar)).to_be_focused()
    what(sidebar).select_option(label="Not a billing question")
    sidebar.get_by_role("button", name="Correct it").press("Enter")
    expect(sidebar.get_by_text(re.compile("^Corrected by Ana Ferreira, "))).to_be_focused()
    page.keyboard.press("Tab")
    assert focused(page) == "Undo"
    page.keyboard.press("Enter")
    expect(trigger).to_be_focused()


def test_what_is_refused_is_said_and_nothing_typed_is_lost(browser: Browser, desk: str) -> None:
    # Not the `page` fixture: a browser writes a refused request on its console by itself.
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.goto(desk)
    sidebar = open_ticket(page, SUBJECT)
    refusal = '{"title":"Not available","detail":"Stripe does not answer.","status":503}'
    page.route(
        "**/api/tickets/*/class",
        lambda route: route.fulfill(status=503, content_type="application/problem+json", body=refusal),
    )
    sidebar.get_by_role("button", name="Not right?").click()
    what(sidebar).select_option(label="Card has expired")
    sidebar.get_by_role("textbox", name="In your words").fill("Seen in the shop")
    sidebar.get_by_role("button", name="Correct it").click()
    expect(sidebar.get_by_role("alert").filter(has_text="Stripe does not answer.")).to_be_visible()
    expect(sidebar.get_by_role("textbox", name="In your words")).to_have_value("Seen in the shop")
    page.unroute("**/api/tickets/*/class")
    sidebar.get_by_role("button", name="Correct it").click()
    expect(sidebar.get_by_text(re.compile("^Corrected by Ana Ferreira, "))).to_be_visible()
    undo(sidebar).click()
    expect(sidebar.get_by_role("button", name="Not right?")).to_be_visible()
    context.close()


def test_a_step_names_the_rule_of_the_policy(page: Page) -> None:
    sidebar = open_ticket(page, "Double subscription??")
    expect(sidebar.get_by_text("keep_duplicate", exact=True)).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_fits_320_pixels_and_can_be_read(browser: Browser, desk: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(desk)
    if scheme == "dark":
        page.click("#scheme")
    page.add_style_tag(
        content="#frame, #frame iframe { width: 320px !important; max-width: 320px !important }"
    )
    sidebar = open_ticket(page, SUBJECT)
    sidebar.get_by_role("button", name="Not right?").click()
    expect(what(sidebar)).to_be_enabled()
    frame = next(f for f in page.frames if "/sidebar" in f.url)
    wide = frame.evaluate(
        "() => [...document.querySelectorAll('form *')].filter(e => e.getBoundingClientRect().right > innerWidth).length"
    )
    assert frame.evaluate("innerWidth") <= 320
    assert wide == 0
    # Colours fade in; what is read is what they come to.
    frame.evaluate("Promise.all(document.getAnimations().map(a => a.finished))")
    contrast = frame.evaluate(
        """() => [...document.querySelectorAll('form label, form select, form textarea, form p, form button')].map(e => {
            const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
            let ground = e;
            while (/^rgba\\(.*, 0\\)$/.test(getComputedStyle(ground).backgroundColor)) ground = ground.parentElement;
            const [dark, bright] = [getComputedStyle(e.querySelector('span') ?? e).color, getComputedStyle(ground).backgroundColor]
                .map(light).sort((a, b) => a - b);
            return (bright + 0.05) / (dark + 0.05); })"""
    )
    assert len(contrast) >= 8
    assert min(contrast) >= 4.5
    context.close()
