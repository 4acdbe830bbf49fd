"""The route table: one function an operation, and its signature is the contract.

`body` and `query` are pydantic models where the function asks for them, what it returns is the answer's model, its
name the operationId and its docstring the summary. The OpenAPI document and the checks at the door are made of this.
"""

import inspect
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar, get_type_hints

from pydantic.alias_generators import to_camel

from libs.common.model import Model

BASE = "/api/v1"

Access = Literal["anyone", "signed_in", "operator", "staff", "owner"]
"""Who may: `staff` and `owner` are members of the owner that the path names."""
Kind = Literal["json", "upload", "stream", "file"]
"""`upload` takes a form with a file, `file` answers with one, `stream` with events that go on."""
Function = TypeVar("Function", bound=Callable[..., Awaitable[Any]])

UNSAFE = frozenset({"POST", "PUT", "PATCH", "DELETE"})
OWNER = "/owners/{userId}"


@dataclass(frozen=True)
class Operation:
    """One line of the table.

    `keyed`: it changes something, so it needs an Idempotency-Key. `versioned`: it replaces what was read before, so
    it needs If-Match. `refuses`: statuses beyond those that follow from the rest.
    """

    method: str
    path: str
    tag: str
    run: Callable[..., Awaitable[Any]]
    access: Access = "staff"
    status: int = 200
    keyed: bool = False
    versioned: bool = False
    waits: bool = False  # may answer 202: it takes longer than a person is kept waiting
    refuses: tuple[int, ...] = ()
    kind: Kind = "json"
    form: Mapping[str, Any] | None = None  # of an upload: the JSON schema of its form

    @cached_property
    def id(self) -> str:
        return to_camel(self.run.__name__)

    @cached_property
    def summary(self) -> str:
        return self._words.partition("\n\n")[0].replace("\n", " ")

    @cached_property
    def description(self) -> str:
        return self._words.partition("\n\n")[2]

    @cached_property
    def _words(self) -> str:
        return inspect.cleandoc(self.run.__doc__ or "")

    @cached_property
    def _hints(self) -> dict[str, Any]:
        return get_type_hints(self.run)

    @property
    def body(self) -> type[Model] | None:
        return self._hints.get("body")

    @property
    def query(self) -> type[Model] | None:
        return self._hints.get("query")

    @property
    def answer(self) -> type[Model] | None:
        """The answer's model; None where there is no content, or no JSON."""
        answer = self._hints.get("return")
        return answer if inspect.isclass(answer) and issubclass(answer, Model) else None

    @property
    def path_names(self) -> list[str]:
        return re.findall(r"{(\w+)}", self.path)


@dataclass
class Routes:
    """The operations of one resource. `tag` groups them in the document, `about` says what they are about."""

    tag: str
    about: str
    operations: list[Operation] = field(default_factory=list)

    def get(self, path: str, **options: Any) -> Callable[[Function], Function]:
        return self._add("GET", path, options)

    def post(self, path: str, *, keyed: bool = True, **options: Any) -> Callable[[Function], Function]:
        return self._add("POST", path, {"keyed": keyed, **options})

    def put(self, path: str, *, keyed: bool = True, **options: Any) -> Callable[[Function], Function]:
        return self._add("PUT", path, {"keyed": keyed, **options})

    def delete(self, path: str, *, keyed: bool = True, **options: Any) -> Callable[[Function], Function]:
        return self._add("DELETE", path, {"keyed": keyed, **options})

    def _add(self, method: str, path: str, options: dict[str, Any]) -> Callable[[Function], Function]:
        def added(function: Function) -> Function:
            self.operations.append(Operation(method, path, self.tag, function, **options))
            return function

        return added
