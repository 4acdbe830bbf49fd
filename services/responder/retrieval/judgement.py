"""Whether a passage answers a question: a probability, and the two lines drawn on it.

Nearness finds the best passage but does not say whether it answers. What tells, together: how near it is, how many of
the question's rarer words stand in one of its sentences, how far it leads the next passage, and whether the question
is in another language than the documents, where words cannot count.
"""

import math
from dataclasses import dataclass

POSSIBLE = 0.22
"""Below it nothing is quoted: a person is offered. Measured: of questions that the documents answer 97 % (FAQ) and 74 %
(company policies) pass, in another language than theirs 81 %; of unrelated questions 0 to 17 %."""

CONFIDENT = 0.5
"""Above it a quotation stands alone; between the two it is offered as what was found, with a person beside it. At most
1 % of unrelated questions pass, but half of those on the passage's very subject that it does not answer."""

LEAD_MAX = 0.05
LEAD_UNKNOWN = 0.015
"""The middle lead among right answers; taken when there is no second passage."""


@dataclass(frozen=True)
class Evidence:
    """What is seen of a question and the passage found for it."""

    coverage: float  # 0 to 1: the share of the question's rarer words that one sentence or the heading has
    foreign: bool  # the question is in a language that the documents are not in
    nearness: float | None = None  # the cosine by multilingual-e5-small; None where another or no embedding was used
    lead: float | None = None  # how much nearer than the second passage


def probability(evidence: Evidence) -> float:
    """How likely the passage answers. A logistic regression, fitted on public question sets (FAQ, company policies,
    encyclopedia, six languages, and one language asked about another) with their answers present, their answers
    taken away, and unrelated questions. By words alone the line is drawn a little higher than fitted, for safety."""
    if evidence.nearness is None:
        return _sigmoid(-2.0 + 3.2 * evidence.coverage)
    lead = LEAD_UNKNOWN if evidence.lead is None else min(LEAD_MAX, max(0.0, evidence.lead))
    return _sigmoid(-23.1 + 25.1 * evidence.nearness + 1.9 * evidence.coverage + 23.7 * lead + 1.8 * evidence.foreign)


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))
