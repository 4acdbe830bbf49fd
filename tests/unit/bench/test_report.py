"""The bench's table and JSON say the same, and say plainly what was not reached."""

import json

from tests.bench.report import Aim, Figure, Section, as_json, percentile, table

SECTION = Section(
    "speed",
    "plain",
    [
        Figure("requests", 5000.0, "a second", beside=10000.0, aim=Aim("at least", 6000)),
        Figure("wait", 24.6, "ms", aim=Aim("under", 30)),
        Figure("documents", 3, ""),
    ],
)


def test_the_table_names_each_figure_with_its_ratio_and_whether_its_aim_was_met():
    _, head, requests, wait, documents = table([SECTION]).splitlines()
    assert head.split() == ["SPEED", "ours", "plain", "ratio", "aim"]
    assert " ".join(requests.split()) == "requests 5,000 a second 10,000 0.50 at least 6000 a second: MISSED"
    assert wait.endswith("under 30 ms: met")
    assert documents.split() == ["documents", "3"]


def test_the_json_holds_the_same_figures():
    [section] = json.loads(as_json([SECTION]))
    assert [figure["met"] for figure in section["figures"]] == [False, True, None]
    assert section["figures"][0]["ratio"] == 0.5
    assert section["figures"][0]["aim"] == {"sense": "at least", "value": 6000}


def test_a_percentile_is_one_of_the_values():
    """Also of few: nothing is made up between them."""
    values = [5.0, 1.0, 3.0]
    assert percentile(values, 0.5) == 3.0
    assert percentile(values, 0.99) == 5.0
    assert percentile([2.0], 0.5) == 2.0
