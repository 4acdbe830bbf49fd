"""What every language model promises."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True)
class Document:
    """A passage that the answer may rest on."""

    id: str
    title: str
    text: str


@dataclass(frozen=True)
class Line:
    """One line of the conversation so far."""

    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True)
class Written:
    """An answer, the ids of the documents that it cites, and what it cost in tokens."""

    text: str
    cited: tuple[str, ...]
    input_tokens: int
    output_tokens: int
    model: str


class ModelTrouble(Exception):
    """The model gave no usable answer. `input_tokens` and `output_tokens` are what was billed all the same."""

    def __init__(self, why: str, *, input_tokens: int = 0, output_tokens: int = 0) -> None:
        super().__init__(why)
        self.input_tokens = input_tokens
        self.output_tokens = output_tokens


class LanguageModel(Protocol):
    """Writes answers. It has no tools: whatever a customer or a document says, it can do nothing but write."""

    async def write(
        self, question: str, documents: Sequence[Document], *, system: str, history: Sequence[Line], model: str
    ) -> Written:
        """Answer from the documents, within the adapter's deadline. Raises ModelTrouble, whatever went wrong."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
