"""Rich text for e-mail, plain text for messaging; no markup but our own, no link but our own pages."""

from dataclasses import replace

import pytest

from plugin.diagnose.examples import PORTAL, case, paid, sub
from plugin.report.rich_text import as_html, takes_rich_text
from tests.report.cases import Worked, duplicate, ticket, told


@pytest.mark.parametrize(
    ("channel", "rich"),
    [
        ("email", True), ("web", True), ("api", True), (None, True),
        ("chat", False), ("native_messaging", False), ("whatsapp", False), ("sms", False), ("facebook", False),
        ("twitter_dm", False), ("line", False), ("sunshine_conversations_api", False), ("something_new", False),
    ],
)  # fmt: skip
def test_the_channel_decides(channel, rich):
    assert takes_rich_text(channel) is rich
    reply = told(ticket=ticket(channel=channel)).reply
    assert (reply.html is not None) is rich
    assert "<" not in reply.body


def test_paragraphs_lines_and_links():
    html = as_html("One\n\n- two\n- https://a.example/x?b=1&c=2", "ltr", ["https://a.example/x?b=1&c=2"])
    assert html == (
        "<p>One</p><p>- two<br>- "
        '<a href="https://a.example/x?b=1&amp;c=2">https://a.example/x?b=1&amp;c=2</a></p>'
    )


def test_markup_in_data_stays_text():
    html = as_html(
        '<script>alert(1)</script> & "quoted" https://evil.example', "ltr", ["https://own.example"]
    )
    assert html == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot; https://evil.example</p>"
    )


def test_only_https_pages_become_links():
    assert "<a" not in as_html("javascript:alert(1)", "ltr", ["javascript:alert(1)"])


def test_of_two_addresses_the_longer_one_is_linked_whole():
    html = as_html("https://a.example/long", "ltr", ["https://a.example", "https://a.example/long"])
    assert html.count("<a ") == 1
    assert 'href="https://a.example/long"' in html


def test_the_invoice_page_is_a_link_and_a_plan_name_is_not():
    facts = case(sub(plan="https://evil.example"), paid(when=10), asks="invoice_or_receipt_request")
    html = Worked(replace(facts, ticket=ticket())).reply.html
    assert '<a href="https://invoice.example/sub_a_10.pdf">' in html
    assert 'href="https://evil' not in html


def test_no_portal_session_is_ever_linked():
    session = "https://billing.stripe.com/p/session/" + "test_abc"
    facts = case(
        sub(), paid(when=10), asks="update_payment_method", portal=replace(PORTAL, login_url=session)
    )
    reply = Worked(replace(facts, ticket=ticket())).reply
    assert "/p/session/" not in reply.html + reply.body


def test_html_says_what_the_plain_text_says():
    reply = Worked(duplicate()).reply
    assert reply.html == "".join(f"<p>{p}</p>" for p in reply.body.split("\n\n"))
