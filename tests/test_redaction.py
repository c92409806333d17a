"""What must disappear, what must stay, and that no input makes it slow."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugin.redaction import for_log, harmless, mask_cards, scan_outbound

# Test numbers of the card brands, as card vendors publish them.
CARDS = (
    "4242424242424242",
    "4000056655665556",
    "5555555555554444",
    "2223003122003222",
    "378282246310005",
    "371449635398431",
    "6011111111111117",
    "3056930009020004",
    "36227206271667",
    "3566002020360505",
    "6200000000000005",
)
WRITTEN = (
    lambda n: n,
    lambda n: " ".join(n[i : i + 4] for i in range(0, len(n), 4)),
    lambda n: "-".join(n[i : i + 4] for i in range(0, len(n), 4)),
    lambda n: "\u00a0".join(n[i : i + 4] for i in range(0, len(n), 4)),
    lambda n: "\u2013".join(n[i : i + 4] for i in range(0, len(n), 4)),
    lambda n: " ".join(n),
    lambda n: n.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    lambda n: n.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda n: "\u200b".join(n[i : i + 4] for i in range(0, len(n), 4)),
)


@pytest.mark.parametrize("number", CARDS)
@pytest.mark.parametrize("written", WRITTEN)
def test_a_card_number_keeps_only_its_last_four(number, written):
    masked = mask_cards(f"my card is {written(number)}, thanks")
    assert masked == f"my card is •••• {number[-4:]}, thanks"


@pytest.mark.parametrize(
    "text",
    [
        "card 4242424242424242 12/27 123",
        "card 4242424242424242123",
        "x4242424242424242y",
        "call 1 800 4242 4242 4242 4242 now",
        "4242 4242 4242 4242 5555 5555 5555 4444",
    ],
)
def test_a_card_number_does_not_hide_among_other_characters(text):
    assert "42424242" not in "".join(mask_cards(text).split())


@pytest.mark.parametrize(
    "text",
    [
        "order 1234567890123456",
        "invoice ABCD1234-0001 of 2026-06-15",
        "4242424242424241",
        "+49 30 1234567",
        "1,019.00 USD",
        "ticket 9833274501786",
        "",
        "0000 0000 0000 0000",
    ],
)
def test_other_numbers_stay(text):
    assert mask_cards(text) == text


SECRETS = (
    "sk" + "_live_" + "a1B2" * 6,
    "rk" + "_test_" + "a1B2" * 6,
    "whsec" + "_" + "a1B2" * 8,
    "ghp" + "_" + "a1B2" * 9,
    "github" + "_pat_" + "a1B2" * 9,
    "xoxb" + "-123456-" + "abcdef",
    "AKIA" + "ABCDEFGH12345678",
    "eyJ" + "hbGciOiJI." + "eyJzdWIiOiIx." + "c2lnbmF0dXJl",
    "Bearer " + "abcdef0123456789abcdef",
    "https://billing.stripe.com/p/session/" + "test_abcdef",
    "-----BEGIN RSA " + "PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
)


@pytest.mark.parametrize("secret", SECRETS)
def test_secrets_never_reach_a_log_or_an_issue(secret):
    assert for_log(f"got {secret} here") == "got [secret] here"
    assert "secret" in scan_outbound(f"got {secret} here")


def test_a_log_line_names_nobody_and_is_one_line():
    line = for_log("pat.lee+x@example.com paid\r\nwith cus_ABCdef123456 and pi_test_1234567890\x1b[31m")
    assert line == "[e-mail] paid\\nwith cus_[id] and pi_[id][31m"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ticket.requester.email}}", "{ {ticket.requester.email}}"),
        ("{% if x %}", "{ % if x %}"),
        ("{{{%", "{ { { %"),
        ("{\u200b{ticket.id}}", "{ {ticket.id}}"),
        ("{\x00{", "{ {"),
        ("a\u202eb\u2066c", "abc"),
        ("line\r\nline\u2028line", "line\nline\nline"),
        ("tab\tstays, {single} stays", "tab\tstays, {single} stays"),
        ("bell\x07 escape\x1b[0m", "bell escape[0m"),
        ("\U000e0041hidden", "hidden"),
        ("half \ud800 character", "half  character"),
        ("Grüße, 日本語, العربية 🎉", "Grüße, 日本語, العربية 🎉"),
    ],
)
def test_text_for_a_ticket_is_harmless(text, expected):
    assert harmless(text) == expected


@given(st.text())
def test_harmless_text_holds_no_placeholder_and_stays_as_it_is(text):
    once = harmless(text)
    assert "{{" not in once
    assert "{%" not in once
    assert harmless(once) == once


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mail pat@example.com", "e-mail address"),
        ("mail pat＠example.com", "e-mail address"),
        ("cus_ABCdef123456", "vendor id"),
        ("sub_1ABCdef", "vendor id"),
        ("in_1ABCdef", "vendor id"),
        ("ch_3ABCdef and pi_3ABCdef", "vendor id"),
        ("re_3ABCdef", "vendor id"),
        ("4242 4242 4242 4242", "card number"),
        ("from 203.0.113.7", "IP address"),
        ("from 2001:db8:0:0:0:0:0:1", "IP address"),
        ("from fe80::1", "IP address"),
        ("call +49 30 1234567", "phone number"),
        ("call (415) 555-0132", "phone number"),
        ("DE89 3704 0044 0532 0130 00", "bank account"),
        ("https://shop.zendesk.com/agent/tickets/7", "ticket address"),
        ("see /tickets/1234", "ticket address"),
        ("https://invoice.stripe.com/i/acct", "billing page address"),
        ("hidden\u200bspace", "invisible characters"),
    ],
)
def test_the_tripwire_names_the_kind_and_never_the_data(text, kind):
    found = scan_outbound(f"Customers cannot cancel. {text} is it.")
    assert kind in found
    assert not any(text in word for word in found)


@pytest.mark.parametrize(
    "text",
    [
        "12 tickets, 9 customers, 1,204.00 USD + 380.00 EUR, first seen 2026-06-01, last seen 2026-06-15",
        "| Tickets | 1,234 |\n| --- | ---: |\n| `duplicate_same_customer` | 12 |",
        "Stripe customer portal: `features.subscription_cancel` enabled, version 16.1.0",
        "5–10 business days, 80 % and 100 %",
    ],
)
def test_the_tripwire_lets_plain_numbers_pass(text):
    assert scan_outbound(text) == []


ADVERSARIAL = {
    "digits": "4" * 65_536,
    "digits and spaces": "4 " * 32_768,
    "groups": "4242 " * 13_107,
    "separators": " -" * 32_768,
    "at signs": "a@" * 32_768,
    "letters": "a" * 65_536,
    "domain": "a@a" + ".a" * 32_766,
    "ids": "sub_" * 16_384,
    "keys begin": "-----BEGIN A " * 5_041,
    "braces": "{" * 65_536,
    "octets": "1." * 32_768,
    "hex": "a:" * 32_768,
    "iban": "AA12 " * 13_107,
    "plus": "+1 " * 21_845,
    "token": "eyJ" + "a" * 65_533,
}


@pytest.mark.parametrize("name", ADVERSARIAL)
@pytest.mark.parametrize("door", [mask_cards, for_log, harmless, scan_outbound])
def test_sixty_four_kilobytes_of_anything_take_linear_time(name, door):
    text = ADVERSARIAL[name]
    began = time.process_time()
    door(text)
    # Quadratic patterns take minutes here; the limit leaves room for a busy machine.
    assert time.process_time() - began < 1.0
