"""The policy file: defaults, what may be written, refusals that name every line, and the rule each decision names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugin.act.plan import Plan, make_plan
from plugin.diagnose import diagnose
from plugin.diagnose.examples import ago, case, charged, paid, sub
from plugin.facts import CaseFacts
from plugin.policy import WORDS, Policy, PolicyError, RefundWindow, load_policy, rules

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "policy.example.toml"


def written(tmp_path: Path, text: str, name: str = "policy.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> tuple[str, ...]:
    with pytest.raises(PolicyError) as error:
        load_policy(path)
    return error.value.problems


# ------------------------------------------------------------------ what may be written
def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert load_policy(written(tmp_path, "")) == Policy()
    assert load_policy(written(tmp_path, "\ufeff# from an editor on Windows\r\n")) == Policy()


def test_everything_may_be_written(tmp_path: Path) -> None:
    policy = load_policy(
        written(
            tmp_path,
            """
            metadata_keys = ["gh"]
            keep_duplicate = "ask"
            gap_filing = "off"
            tone = "plain"
            [refund_window_days]
            weekly = 7
            yearly = 60
            trial = 0
            [agent_refund_limit]
            USD = 5000
            agent = { eur = 900 }
            [agent_refund_limit."group:7"]
            usd = 100
            [goodwill_credit]
            usd = 300
            [who_may]
            agent = "look"
            "group:7" = "act"
            """,
        )
    )
    assert policy == Policy(
        refund_window_days=RefundWindow(weekly=7, yearly=60, trial=0),
        keep_duplicate="ask",
        agent_refund_limit={"usd": 5000},
        role_refund_limit={"agent": {"eur": 900}, "group:7": {"usd": 100}},
        goodwill_credit={"usd": 300},
        gap_filing="off",
        tone="plain",
        metadata_keys=("gh",),
        who_may={"agent": "look", "admin": "approve", "group:7": "act"},
    )


# ------------------------------------------------------------------ what is refused
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("keep_duplicate = \n", "line 1"),
        ("refund_days = 3", "line 1: refund_days is not a rule"),
        ('keep_duplicate = "newest"', 'line 1: keep_duplicate must be "oldest" or "ask", not "newest"'),
        ("\n\ngap_filing = true", 'line 3: gap_filing must be "automatic" or "off", not true'),
        ('tone = ["warm"]', "line 1: tone must be"),
        ("refund_window_days = 30", "line 1: refund_window_days must be a table"),
        ("[refund_window_days]\nmontly = 3", "line 2: refund_window_days.montly is not a rule; perhaps monthly is meant"),
        ("[refund_window_days]\nmonthly = -1", "line 2: refund_window_days.monthly must be a whole number of days"),
        ("[refund_window_days]\nmonthly = true", "line 2: refund_window_days.monthly must be a whole number"),
        ("refund_window_days.monthly = 1.5", "line 1: refund_window_days.monthly must be"),
        ("[agent_refund_limit]\nusd = 9.5", "line 2: agent_refund_limit.usd must be a whole number of minor units"),
        ("[agent_refund_limit]\ndollar = 9", "line 2: agent_refund_limit.dollar must be a currency"),
        ("[agent_refund_limit]\nusd = 1\nUSD = 2", "line 3: agent_refund_limit.USD is written twice"),
        ("[agent_refund_limit]\n[agent_refund_limit.boss]\nusd = 1", "line 2: agent_refund_limit.boss is not a role"),
        ('[goodwill_credit]\nusd = "5"', 'line 2: goodwill_credit.usd must be a whole number of minor units (cents), zero or more, not "5"'),
        ('[who_may]\nboss = "act"', "line 2: who_may.boss is not a role; known are agent, admin and"),
        ('[who_may]\n"group:Billing" = "act"', 'line 2: who_may."group:Billing" is not a role'),
        ('[who_may]\nagent = "all"', 'line 2: who_may.agent must be "nothing", "look", "propose", "act" or "approve", not "all"'),
        ("metadata_keys = [3]", "line 1: metadata_keys must be a list of names"),
        ('metadata_keys = [\n "a",\n "",\n]', "line 1: metadata_keys must be a list of names"),
        ('x = """\n[refund_window_days]\n"""\n[refund_window_days]\nweekly = -1', "line 5: refund_window_days.weekly"),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_named_with_its_line(tmp_path: Path, text: str, words: str) -> None:
    problems = refused(written(tmp_path, text))
    assert any(problem.startswith("policy.toml") and words in problem for problem in problems), problems


def test_all_slips_are_named_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = 'tone = "rude"\n[refund_window_days]\nweekly = -1\n[who_may]\nboss = "act"\nagent = "run"\n'
    lines = [re.search(r"line (\d+)", problem)[1] for problem in refused(written(tmp_path, text))]  # type: ignore[index]
    assert lines == ["1", "3", "5", "6"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "policy.toml cannot be read" in refused(tmp_path / "policy.toml")[0]


_VALUE: st.SearchStrategy[Any] = st.one_of(
    st.integers(), st.booleans(), st.floats(allow_nan=False), st.text(max_size=5), st.lists(st.integers(), max_size=2)
)  # fmt: skip


@given(entries=st.dictionaries(st.sampled_from([*WORDS, "x", "who_may.x", "tone.x"]), _VALUE, max_size=6))
def test_nothing_written_is_half_obeyed(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[str, Any]
) -> None:
    """Whatever stands in the file: a policy, or a refusal with a line for each problem. Nothing else."""

    def toml(value: Any) -> str:
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, str):
            return '"' + "".join(f"\\U{ord(c):08x}" for c in value if not 0xD800 <= ord(c) < 0xE000) + '"'
        return repr(value)

    folder = tmp_path_factory.mktemp("policy")
    path = written(folder, "\n".join(f"{name} = {toml(value)}" for name, value in entries.items()))
    problems: tuple[str, ...] = ()
    try:
        load_policy(path)
    except PolicyError as error:
        problems = error.problems or ("",)
    assert all(re.match(r"policy\.toml(, line \d+: | is not TOML)", problem) for problem in problems)


# ------------------------------------------------------------------ who may do what
@pytest.mark.parametrize(
    ("role", "groups", "right", "rule"),
    [
        ("agent", (), "act", "who_may.agent"),
        ("admin", (), "approve", "who_may.admin"),
        ("end-user", (), "nothing", "who_may.end-user"),
        ("admin", (7,), "look", 'who_may."group:7"'),
        ("agent", (7, 8), "approve", 'who_may."group:8"'),
        ("agent", (9,), "act", "who_may.agent"),
    ],
)
def test_a_group_counts_instead_of_the_role(
    role: str, groups: tuple[int, ...], right: str, rule: str
) -> None:
    policy = Policy(who_may={"agent": "act", "admin": "approve", "group:7": "look", "group:8": "approve"})
    rights = policy.rights_of(role, groups)
    assert (rights.right, rights.rule) == (right, rule)
    assert rights.who == (f"group:{groups[-1]}" if "group" in rule else role)
    assert rights.may("nothing")
    assert rights.may("propose") == (right in {"propose", "act", "approve"})


def test_a_role_may_have_its_own_limit() -> None:
    policy = Policy(agent_refund_limit={"usd": 500}, role_refund_limit={"group:7": {"usd": 50}})
    for role, limit in ((None, 500), ("agent", 500), ("group:7", 50)):
        found = policy.refund_limit("usd", role)
        assert found
        assert found.amount == limit
    own = policy.refund_limit("usd", "group:7")
    assert own
    assert own.rule == 'agent_refund_limit."group:7".usd'
    assert policy.refund_limit("eur") is None


# ------------------------------------------------------------------ the rule a decision names
def plan_of(facts: CaseFacts, policy: Policy, *verified: str) -> Plan:
    return make_plan(facts, diagnose(facts), policy, can_write=True, verified=frozenset(verified))


TWICE = (sub("sub_1", 3.01), paid("sub_1", 3.01), sub("sub_2", 3), paid("sub_2", 3))
DOUBLE = case(TWICE, asks="duplicate_charge")
TRIAL = case(
    sub("sub_t", 18, trial_end=ago(4)),
    paid("sub_t", 18, 0),
    paid("sub_t", 4, reason="subscription_cycle"),
    asks="refund_request",
)
YEAR = case(
    sub("sub_y", 370, every="year", price=19000),
    paid("sub_y", 5, 19000, reason="subscription_cycle"),
    asks="refund_request",
)


@pytest.mark.parametrize(
    ("facts", "policy", "rule", "state"),
    [
        (DOUBLE, Policy(), "refund_window_days.mistakes", "proposed"),
        (DOUBLE, Policy(refund_window_days=RefundWindow(mistakes=1)), "refund_window_days.mistakes", "blocked"),
        (DOUBLE, Policy(agent_refund_limit={"usd": 100}), "agent_refund_limit.usd", "blocked"),
        (DOUBLE, Policy(agent_refund_limit={"usd": 1900}), "refund_window_days.mistakes", "proposed"),
        (DOUBLE, Policy(keep_duplicate="ask"), "keep_duplicate", "blocked"),
        (TRIAL, Policy(), "refund_window_days.trial", "proposed"),
        (TRIAL, Policy(refund_window_days=RefundWindow(trial=2)), "refund_window_days.trial", "blocked"),
        (YEAR, Policy(), "refund_window_days.yearly", "proposed"),
        (YEAR, Policy(refund_window_days=RefundWindow(yearly=4)), "refund_window_days.yearly", "blocked"),
    ],
)  # fmt: skip
def test_a_refund_names_the_rule_that_decided(
    facts: CaseFacts, policy: Policy, rule: str, state: str
) -> None:
    step = next(s for s in plan_of(facts, policy, "sub_y").steps if s.kind == "refund_charge")
    assert (step.policy_rule, step.state) == (rule, state)
    said = step.why if state == "proposed" else " ".join(step.blocked_by)
    assert f"({rule})" in said


def test_what_is_blocked_by_no_policy_names_none() -> None:
    step = next(s for s in plan_of(YEAR, Policy()).steps if s.kind == "refund_charge")
    assert step.blocked_by
    assert all("contract" in reason for reason in step.blocked_by)
    assert step.policy_rule is None


def test_ending_the_extra_one_names_who_picks() -> None:
    steps = {s.kind: s for s in plan_of(DOUBLE, Policy()).steps}
    assert steps["set_cancel_at_period_end"].policy_rule == "keep_duplicate"
    assert all(s.policy_rule is None for s in steps.values() if not s.writes)


@pytest.mark.parametrize(
    ("fields", "window"),
    [
        ({"every": "week"}, "weekly"),
        ({"every": "month"}, "monthly"),
        ({"every": "year"}, "yearly"),
    ],
)
def test_the_window_is_that_of_the_plan(fields: dict[str, Any], window: str) -> None:
    from dataclasses import replace

    from plugin.act.guards import Asked, window_of
    from plugin.diagnose.finding import Proposal

    facts = case(sub("sub_2", 40, **fields), paid("sub_2", 3), asks="refund_request")
    wish = Proposal("refund_charge", "so", "ch_sub_2_3", owed=False)
    asked = Asked(facts, diagnose(facts), Policy(), wish)
    assert window_of(asked) == window
    assert window_of(replace(asked, step=replace(wish, owed=True))) == "mistakes"
    alone = case(charged("ch_alone"), asks="refund_request")
    assert window_of(replace(asked, case=alone, step=replace(wish, target="ch_alone"))) == "one_time"


# ------------------------------------------------------------------ what is written about it
def test_the_example_file_is_the_defaults_and_names_every_rule() -> None:
    assert load_policy(EXAMPLE) == Policy()
    text = EXAMPLE.read_text()
    for name in WORDS:
        table, _, key = name.partition(".")
        assert re.search(rf"^(# )?{key or table} =|^\[{name}\]", text, re.MULTILINE), name


def test_its_commented_lines_hold_too(tmp_path: Path) -> None:
    """A lead takes the '# ' away and expects it to work."""
    text = re.sub(r'^# (?=usd|"group|\[)', "", EXAMPLE.read_text(), flags=re.MULTILINE)
    policy = load_policy(written(tmp_path, text))
    assert policy.agent_refund_limit
    assert policy.role_refund_limit
    assert policy.goodwill_credit
    assert len(policy.who_may) == 3


def test_the_table_in_the_documentation_is_the_code() -> None:
    text = (ROOT / "docs" / "policy.md").read_text()
    table = re.findall(r"^\| `([\w.]+)` \| `(.+?)` \| (.+) \|$", text, re.MULTILINE)
    assert table == [(rule.name, rule.value, rule.what) for rule in rules(Policy())]


def test_every_field_has_a_rule_in_words() -> None:
    from dataclasses import fields

    tables = {name.partition(".")[0] for name in WORDS}
    assert tables == {f.name for f in fields(Policy)} - {"role_refund_limit"}
    windows = {f"refund_window_days.{f.name}" for f in fields(RefundWindow)}
    assert windows <= set(WORDS)
