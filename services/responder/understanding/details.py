"""The details a customer gives beside the wish: a name, a reason, a choice from a list."""

from collections.abc import Sequence

from .cues import Clause, Cue, find_cues
from .lexicon.compiled import Lexicon
from .words import Token, tokenise

_NAME_WORDS_MAX = 5
_REASON_WORDS_MAX = 6
_CHOICES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_ACTS = frozenset(
    {"cancel_verb", "move_verb", "cant_come", "human", "topic", "book_verb", "place", "off_phrase", "queue"}
)


def find_name(text: str, clauses: Sequence[Clause], lexicon: Lexicon, asked_for_it: bool) -> str | None:
    """The name in "my name is …"; or the whole answer, if a name was asked for and the answer looks like one."""
    for clause in clauses:
        for cue in clause.cues:
            if cue.name == "name_lead" or (cue.name == "name_weak" and not asked_for_it):
                words = _name_after(text, clause.tokens[cue.end :], lexicon, strong=cue.name == "name_lead")
                if words and (cue.name == "name_lead" or all(word[0].isupper() for word in words.split())):
                    return words
    return _bare_name(text, clauses, lexicon) if asked_for_it else None


def _name_after(text: str, tokens: Sequence[Token], lexicon: Lexicon, strong: bool) -> str | None:
    taken: list[Token] = []
    for token in tokens[:_NAME_WORDS_MAX]:
        if token.kind != "word" or not _may_name(text, token, lexicon):
            break
        taken.append(token)
    return text[taken[0].start : taken[-1].end] if taken else None


def _may_name(text: str, token: Token, lexicon: Lexicon) -> bool:
    """A word that is no small word and no date word, unless written with a capital inside a name ("Will May")."""
    known = token.text in lexicon.common or token.text in lexicon.forms
    return not known or (text[token.start].isupper() and token.text not in lexicon.common)


def _bare_name(text: str, clauses: Sequence[Clause], lexicon: Lexicon) -> str | None:
    if len(clauses) != 1 or clauses[0].asks or clauses[0].names & _ACTS:
        return None
    tokens = [token for token in clauses[0].tokens if token.text != ","]
    fillers = {
        at for cue in find_cues(tokens, lexicon) if cue.name == "name_filler" for at in range(cue.first, cue.end)
    }
    kept = [token for at, token in enumerate(tokens) if at not in fillers]
    if not kept or len(kept) > _NAME_WORDS_MAX or any(token.kind == "number" for token in kept):
        return None
    if all(token.text in lexicon.common for token in kept) or not any(token.kind == "word" for token in kept):
        return None
    return text[kept[0].start : kept[-1].end]


def find_reason(text: str, clauses: Sequence[Clause], lexicon: Lexicon, asked_for_it: bool) -> str | None:
    """What an appointment is for: "a cleaning", "my back pain"; or the whole answer, if a reason was asked for."""
    for clause in clauses:
        for cue in sorted(clause.cues, key=lambda one: (-one.end, one.first)):
            if cue.name == "reason_lead" and (words := _reason_after(text, clause, cue, lexicon)):
                return words
    return _whole_answer(text, clauses, lexicon) if asked_for_it else None


def _reason_after(text: str, clause: Clause, cue: Cue, lexicon: Lexicon) -> str | None:
    taken: list[Token] = []
    place = {at for other in clause.cues if other.name in ("place", "people") for at in range(other.first, other.end)}
    for at, token in enumerate(clause.tokens[cue.end :], cue.end):
        if token.kind != "word" or at in place or len(taken) == _REASON_WORDS_MAX or _is_known(token, lexicon):
            break
        taken.append(token)
    return text[taken[0].start : taken[-1].end] if taken else None


def _is_known(token: Token, lexicon: Lexicon) -> bool:
    return token.text in lexicon.common or token.text in lexicon.forms


def _whole_answer(text: str, clauses: Sequence[Clause], lexicon: Lexicon) -> str | None:
    """The answer as it stands, unless it declines, asks back or wants something else."""
    if not clauses or any(clause.asks for clause in clauses) or clauses[0].opens_with("no"):
        return None
    names = frozenset().union(*(clause.names for clause in clauses))
    if names & {"cancel_verb", "move_verb", "cant_come", "human", "queue", "off_phrase"}:
        return None
    if clauses[0].covered_by({"yes", "thanks", "greeting", "goodbye"}, frozenset()):
        return None
    return text.strip()[:200] or None


def find_choice(text: str, clauses: Sequence[Clause], lexicon: Lexicon) -> int | None:
    """The place in a list that was offered: "2", "the second one", "the last"."""
    cues = [cue for clause in clauses for cue in clause.cues if cue.name in _CHOICES]
    if cues:
        return _CHOICES[max(cues, key=lambda cue: cue.end - cue.first).name]
    tokens = [token for token in tokenise(text) if token.kind != "mark" and token.text not in lexicon.common]
    if len(tokens) == 1 and tokens[0].kind == "number" and 1 <= tokens[0].number <= 10:
        return tokens[0].number
    return None
