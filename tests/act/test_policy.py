"""The policy file: defaults, what may be written, and refusals that name the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugin.policy import Policy, PolicyError, RefundWindow, load_policy


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    assert load_policy(written(tmp_path, "")) == Policy()


def test_everything_may_be_written(tmp_path: Path) -> None:
    policy = load_policy(
        written(
            tmp_path,
            """
            metadata_keys = ["gh"]
            keep_duplicate = "ask"
            gap_filing = "off"
            [refund_window_days]
            yearly = 60
            [agent_refund_limit]
            USD = 5000
            """,
        )
    )
    assert policy == Policy(
        refund_window_days=RefundWindow(yearly=60),
        keep_duplicate="ask",
        agent_refund_limit={"usd": 5000},
        gap_filing="off",
        metadata_keys=("gh",),
    )


def test_the_example_in_the_documentation_is_the_defaults(tmp_path: Path) -> None:
    import plugin.policy

    doc = plugin.policy.__doc__ or ""
    example = "\n".join(line[4:] for line in doc.splitlines() if line.startswith("    "))
    assert load_policy(written(tmp_path, example)) == Policy()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("keep_duplicate = \n", "line 1"),
        ("refund_days = 3", "refund_days is not a rule"),
        ('keep_duplicate = "newest"', 'keep_duplicate must be "oldest" or "ask"'),
        ("gap_filing = true", "gap_filing must be"),
        ("refund_window_days = 30", "refund_window_days must be a table"),
        ("[refund_window_days]\nweekly = 3", "refund_window_days.weekly is not a rule"),
        ("[refund_window_days]\nmonthly = -1", "refund_window_days.monthly must be a whole number"),
        ("[refund_window_days]\nmonthly = true", "refund_window_days.monthly must be a whole number"),
        ("[agent_refund_limit]\nusd = 9.5", "agent_refund_limit.usd must be a whole number"),
        ("[agent_refund_limit]\ndollar = 9", "agent_refund_limit.dollar must be a currency"),
        ("metadata_keys = [3]", "metadata_keys must be a list of names"),
    ],
)
def test_a_slip_of_the_pen_is_named(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(PolicyError) as refused:
        load_policy(written(tmp_path, text))
    assert "policy.toml" in str(refused.value)
    assert words in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"policy\.toml cannot be read"):
        load_policy(tmp_path / "policy.toml")
