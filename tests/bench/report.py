"""What was measured, as a table for people and as JSON for programs."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Sense = Literal["at least", "at most", "under"]


@dataclass(frozen=True)
class Aim:
    """What a figure should be."""

    sense: Sense
    value: float

    def met_by(self, value: float) -> bool:
        match self.sense:
            case "at least":
                return value >= self.value
            case "at most":
                return value <= self.value
            case "under":
                return value < self.value

    def __str__(self) -> str:
        return f"{self.sense} {self.value:g}"


@dataclass(frozen=True)
class Figure:
    """One number: the median of some rounds. `beside` is what the other side of the same rounds did."""

    what: str
    value: float
    unit: str
    beside: float | None = None
    aim: Aim | None = None

    @property
    def ratio(self) -> float | None:
        return self.value / self.beside if self.beside else None

    @property
    def met(self) -> bool | None:
        return self.aim.met_by(self.value) if self.aim else None


@dataclass(frozen=True)
class Section:
    """Figures that belong together, and what the other side was. `note`: why there are none."""

    title: str
    beside: str
    figures: Sequence[Figure]
    note: str = ""


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def table(sections: Sequence[Section]) -> str:
    """All of it in columns."""
    rows = [line for section in sections for line in _lines(section)]
    widths = [max(len(row[column]) for row in rows if len(row) > 1) for column in range(5)]
    return "\n".join(_laid_out(row, widths) for row in rows)


def _lines(section: Section) -> list[list[str]]:
    head = [section.title.upper(), "ours", section.beside, "ratio", "aim"]
    note = [[f"  {section.note}"]] if section.note else []
    return [[""], head, *(_cells(figure) for figure in section.figures), *note]


def _cells(figure: Figure) -> list[str]:
    beside = "" if figure.beside is None else _number(figure.beside)
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    aim = "" if figure.aim is None else f"{figure.aim} {figure.unit}: {'met' if figure.met else 'MISSED'}"
    return [f"  {figure.what}", f"{_number(figure.value)} {figure.unit}".rstrip(), beside, ratio, aim]


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _laid_out(row: Sequence[str], widths: Sequence[int]) -> str:
    if len(row) == 1:
        return row[0]
    first, *numbers, aim = row
    cells = [
        first.ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(numbers, widths[1:4], strict=True)),
        aim,
    ]
    return "  ".join(cells).rstrip()


def as_json(sections: Sequence[Section]) -> str:
    """All of it for a program."""
    made = [
        {
            "title": section.title,
            "beside": section.beside,
            "note": section.note,
            "figures": [
                {
                    "what": figure.what,
                    "value": figure.value,
                    "unit": figure.unit,
                    "beside": figure.beside,
                    "ratio": figure.ratio,
                    "aim": asdict(figure.aim) if figure.aim else None,
                    "met": figure.met,
                }
                for figure in section.figures
            ],
        }
        for section in sections
    ]
    return json.dumps(made, indent=2)
