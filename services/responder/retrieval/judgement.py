"""Whether a passage answers a question: a probability, and the two lines drawn on it.

Nearness finds the best passage but does not say whether it answers. What tells, together: how near it is, how many of
the question's rarer words stand in one of its sentences, how far it leads the next passage, and whether the
question's words are strange to all the documents (then it is in another language, where words cannot count).
"""

import math
from dataclasses import dataclass

POSSIBLE = 0.25
"""Below it nothing is quoted: a person is offered."""

CONFIDENT = 0.5
"""Above it a quotation stands alone; between the two it is offered as what was found, with a person beside it."""

LEAD_MAX = 0.05
LEAD_UNKNOWN = 0.015
"""The middle lead among right answers; taken when there is no second passage."""

STRANGE_FROM, STRANGE_TO = 0.6, 0.9


@dataclass(frozen=True)
class Evidence:
    """What is seen of a question and the passage found for it."""

    coverage: float  # 0 to 1: the share of the question's rarer words that one sentence or the heading has
    strangeness: float  # 0 to 1: the share of them that no passage at all has
    nearness: float | None = None  # the cosine by multilingual-e5-small; None where another or no embedding was used
    lead: float | None = None  # how much nearer than the second passage


def probability(evidence: Evidence) -> float:
    """How likely the passage answers. A logistic regression, fitted on public question sets (FAQ, company policies,
    encyclopedia, six languages, and one language asked about another) with their answers present, their answers
    taken away, and unrelated questions. By words alone the line is drawn a little higher than fitted, for safety."""
    if evidence.nearness is None:
        return _sigmoid(-2.0 + 4.5 * evidence.coverage)
    strange = min(1.0, max(0.0, (evidence.strangeness - STRANGE_FROM) / (STRANGE_TO - STRANGE_FROM)))
    lead = LEAD_UNKNOWN if evidence.lead is None else min(LEAD_MAX, max(0.0, evidence.lead))
    return _sigmoid(-23.6 + 26.0 * evidence.nearness + 2.2 * evidence.coverage + 24.1 * lead + 1.7 * strange)


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))
