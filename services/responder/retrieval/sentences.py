"""Passages cut into what can be quoted whole: sentences of a paragraph, rows of a list or table."""

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"(?<=[.!?…।॥؟])[\"'”’»)\]]*\s+(?=\S)|(?<=[。！？])(?=\S)")

_ABBREVIATION = re.compile(
    r"(?:\b(?:Dr|Dra|Mr|Mrs|Ms|Prof|Sr|Sra|St|No|Nr|Tel|Av|approx|ca|vs|etc|e\.g|i\.e|z\.B|bzw)|\b\w)\.\s*$",
    re.IGNORECASE,
)

_ROW_MARK = re.compile(r"^\s*(?:[-*•‣▪◦–·]|\(?\d{1,3}[.)])\s+")
_ANSWER_MARK = re.compile(
    r"^(?:A|R|Ans|Answer|Respuesta|Réponse|Antwort|Resposta|Risposta|Jawaban|उत्तर|ج)\s*[:.)]\s+", re.I
)
_QUESTION_MARK = re.compile(r"^(?:Q|Question|Pregunta|Frage|Pergunta|Domanda|प्रश्न|س)\s*\d*\s*[:.)]", re.I)


@dataclass(frozen=True)
class Unit:
    """A sentence or row of a passage, as it would be quoted."""

    text: str
    line: int  # which line of the passage it is from
    is_row: bool = False
    is_question: bool = False


def units(content: str) -> list[Unit]:
    """The units of a passage in order. A line that bears a mark, or names its columns, is one row; a mark
    alone, as of a list's empty row, is no unit.
    """
    found: list[Unit] = []
    for number, line in enumerate(content.split("\n")):
        if not _ROW_MARK.sub("", line).strip():
            continue
        if _ROW_MARK.match(line) or _names_columns(line):
            found.append(Unit(_ROW_MARK.sub("", line).strip(), number, is_row=True))
        else:
            found += [_unit(sentence, number) for sentence in sentences(line)]
    return found


def sentences(line: str) -> list[str]:
    """The sentences of one line. Abbreviations and single letters before a full stop do not end one."""
    parts: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(line):
        if not _ABBREVIATION.search(line[start : end.start()]) and not line[end.end()].islower():
            parts.append(line[start : end.end()].strip())
            start = end.end()
    parts.append(line[start:].strip())
    return [part for part in parts if part]


def is_question(text: str) -> bool:
    """Whether a sentence asks, by its mark at the end or the beginning."""
    return text.rstrip("\"'”’»)*_ ").endswith(("?", "？", "؟")) or bool(_QUESTION_MARK.match(text))


def _unit(sentence: str, line: int) -> Unit:
    return Unit(_ANSWER_MARK.sub("", sentence), line, is_question=is_question(sentence))


def _names_columns(line: str) -> bool:
    """Whether a line is a row as the parsers write them: "Day: Monday; Hours: 9-17"."""
    cells = line.split("; ")
    return len(cells) > 1 and all(": " in cell for cell in cells)
