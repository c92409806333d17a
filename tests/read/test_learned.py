"""Learning from agents: only where it is better, the same each time, and without a text."""

import json

import pytest

from plugin.diagnose import detectors
from plugin.read import LEXICON, OwnWords
from plugin.read.learned import SPEAKS_FOR, LearnedModel, LearnedReader, Taught, features, learn, truth
from plugin.read.reading import INTENTS

KEY = "k" * 32
# What only this house's customers call things; the lexicon cannot know it.
_OURS = [f"the zorbulator ate my quibble again, case {n}" for n in range(30)]
_OTHER = [f"please look at the wombat of room {n}, it is blue" for n in range(30)]


def lessons():
    true = [(t, frozenset({"usage_or_rate_limit_question"})) for t in _OURS] + [
        (t, frozenset()) for t in _OTHER
    ]
    return [
        Taught(features(text, KEY), frozenset(LEXICON.read(OwnWords(text, "en")).intents), what)
        for text, what in true
    ]  # fmt: skip


def of(model, intent):
    return next(one for one in model.intents if one.intent == intent)


def test_it_is_used_where_it_beats_the_lexicon_on_unseen_cases():
    model = learn(lessons(), KEY)
    usage = of(model, "usage_or_rate_limit_question")
    assert usage.used
    assert usage.learned_f1 > 0.9 > usage.lexicon_f1
    reader = LearnedReader(model, KEY)
    read = reader.read(OwnWords("my quibble was eaten by the zorbulator", "en"))
    assert read.intents == ("usage_or_rate_limit_question",)


def test_it_is_not_used_where_the_lexicon_is_as_good_or_cases_are_few():
    model = learn(lessons(), KEY)
    assert not of(model, "refund_request").used
    assert not any(one.used for one in learn(lessons()[:20], KEY).intents)
    assert not any(one.used for one in learn([], KEY).intents)


def test_the_same_lessons_make_the_same_model_and_it_survives_its_file():
    model = learn(lessons(), KEY)
    assert learn(lessons(), KEY) == model
    assert LearnedModel.from_json(model.to_json()) == model


def test_the_file_holds_numbers_and_no_word():
    kept = learn(lessons(), KEY).to_json()
    assert "zorb" not in kept
    assert "quib" not in kept
    assert features("zorbulator", KEY) != features("zorbulator", "another key " * 4)


def test_with_another_key_the_lexicon_reads_alone():
    reader = LearnedReader(learn(lessons(), KEY), "another key " * 4)
    assert (
        reader.read(OwnWords("the zorbulator ate my quibble", "en")).intents
        == LEXICON.read(OwnWords("the zorbulator ate my quibble", "en")).intents
    )


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2}', '{"version": 1, "cases": 3, "intents": [{}], "key_mark": ""}', "nul"])  # fmt: skip
def test_a_file_that_is_not_ours_is_refused(text):
    with pytest.raises(ValueError):
        LearnedModel.from_json(text)


def test_unknown_intents_of_another_version_are_left_out():
    kept = json.loads(learn([], KEY).to_json())
    kept["intents"].append({**kept["intents"][0], "intent": "from_the_future"})
    assert len(LearnedModel.from_json(json.dumps(kept)).intents) == len(INTENTS)


@pytest.mark.parametrize(
    ("lexicon", "said", "agent", "true"),
    [
        (["cancel_request"], ("self_serve_missing", "wants_to_cancel"), ("self_serve_missing", "wants_to_cancel"), {"cancel_request"}),
        (["cancel_request"], ("self_serve_missing", "wants_to_cancel"), ("self_serve_missing", "invoice_requested"), {"invoice_or_receipt_request"}),
        (["refund_request"], ("needs_human", None), ("duplicate_subscription", None), {"refund_request", "duplicate_charge"}),
        (["refund_request", "cancel_request"], ("needs_human", None), ("not_billing", None), {"not_billing"}),
        (["not_billing"], ("not_billing", None), ("payment_failed", None), {"payment_failed"}),
        (["refund_request"], ("product_failure", "dispute_open"), ("product_failure", "dispute_open"), {"refund_request"}),
    ],
)  # fmt: skip
def test_what_an_agent_says_corrects_what_was_read(lexicon, said, agent, true):
    assert truth(lexicon, said, agent) == true


def test_the_classes_it_learns_from_exist():
    buckets = {"duplicate_subscription", "multi_seat_intent", "payment_failed", "not_billing"}
    assert set(SPEAKS_FOR) - buckets <= {detector.situation for detector in detectors()}
