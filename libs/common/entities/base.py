"""What every entity has: a collection, a key, one service that writes it, and the owner it belongs to."""

from typing import Annotated, Any, ClassVar

from libs.common.model import Model


class VectorField:
    """Marks a field that holds an embedding: stores keep it in their own vector form, outside the indexes."""


Vector = Annotated[tuple[float, ...], VectorField()]
Index = tuple[str, ...]
"""Field names in the order of the index. Equality fields first, then what is ranged over or ordered by; a leading
`-` orders descending. The owner stands before them and the key behind them without being named."""

_ENTITIES: "dict[str, type[Entity]]" = {}


class Entity(Model):
    """One document of a collection. `user_id` is the owner; every read is for one owner.

    `writer` is the only service whose handlers may write it ("*": each service its own rows, which name it).
    `cross_owner` marks machinery that serves all owners: reachable through a SystemStore alone.
    `expires` names the field after whose moment the row may be deleted.
    `contended` says that transactions compete for single rows of it, so that stores may queue for them.
    """

    collection: ClassVar[str]
    key_field: ClassVar[str]
    writer: ClassVar[str]
    indexes: ClassVar[tuple[Index, ...]]
    cross_owner: ClassVar[bool]
    expires: ClassVar[str | None]
    contended: ClassVar[bool]
    vector_field: ClassVar[str | None] = None

    user_id: str

    def __init_subclass__(
        cls,
        *,
        collection: str = "",
        key: str = "",
        writer: str = "",
        indexes: tuple[Index, ...] = (),
        cross_owner: bool = False,
        expires: str | None = None,
        contended: bool = False,
        **config: Any,
    ) -> None:
        super().__init_subclass__(**config)
        if collection:
            cls.collection, cls.key_field, cls.writer, cls.indexes = collection, key, writer, indexes
            cls.cross_owner, cls.expires, cls.contended = cross_owner, expires, contended
            _ENTITIES[collection] = cls

    @classmethod
    def __pydantic_init_subclass__(cls, **_config: Any) -> None:
        for name, field in cls.model_fields.items():
            if any(isinstance(mark, VectorField) for mark in field.metadata):
                cls.vector_field = name

    @property
    def key(self) -> str:
        value: str = getattr(self, self.key_field)
        return value


def entities() -> dict[str, type[Entity]]:
    """Every entity that has been declared, by collection."""
    return dict(_ENTITIES)
