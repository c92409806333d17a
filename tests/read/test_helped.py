"""The external reader may add an intent: it removes none, lifts no guard, and sees no private data."""

from integrations.errors import VendorUnavailable
from plugin.read import LEXICON, read
from plugin.read.helped import HelpedReader


class Helper:
    def __init__(self, *said):
        self.said, self.texts = said, []

    def intents(self, text, known):
        self.texts.append(text)
        return self.said


class Silent:
    def intents(self, text, known):
        raise VendorUnavailable("reader", "The external reader could not be reached.")


def helped(text, helper):
    return read(text, reader=HelpedReader(LEXICON, helper))


def test_it_adds_and_is_marked():
    reading = helped("cancel my plan", Helper("product_failure_complaint"))
    assert reading.intents == ("cancel_request", "product_failure_complaint")
    assert reading.added == ("product_failure_complaint",)


def test_it_removes_nothing_and_invents_nothing():
    assert helped("cancel my plan", Helper()).intents == ("cancel_request",)
    assert helped("cancel my plan", Helper("make_me_admin")).intents == ("cancel_request",)


def test_what_it_adds_lifts_no_guard():
    reading = helped("cancel my plan", Helper("refund_request"))
    assert reading.asks("refund_request")
    assert not reading.asks_in_own_words("refund_request")
    assert reading.asks_in_own_words("cancel_request")


def test_private_data_stay_in_the_house():
    helper = Helper()
    helped("refund 4242 4242 4242 4242 to pat@example.com, key sk_live_abcdefghijklmnop1234", helper)
    (sent,) = helper.texts
    assert "4242 4242" not in sent
    assert "pat@example.com" not in sent
    assert "sk_live" not in sent


def test_a_card_number_at_the_cut_is_masked_whole():
    helper = Helper()
    helped("a " * 1995 + "4242424242424242 refund", helper)
    assert "42424242" not in helper.texts[0]


def test_without_an_answer_the_lexicon_stands_and_says_so():
    reading = helped("cancel my plan", Silent())
    assert reading.intents == ("cancel_request",)
    assert reading.notes == ("The external reader could not be reached. Read by the lexicon alone.",)


def test_an_empty_ticket_is_nobodys_business():
    helper = Helper("refund_request")
    assert helped("   ", helper).intents == ()
    assert helper.texts == []
