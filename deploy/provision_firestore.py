"""Firestore's indexes and single-field settings, brought up to what the entities declare: half of `deploy.provision`.

Runs again harmlessly, and takes nothing away: an index that is declared no longer may still serve the previous release.
Firestore builds an index in the background; a query that needs it is refused until it stands.
"""

import json
from collections.abc import AsyncIterator
from typing import Any

import google.auth
from google.api_core.exceptions import Forbidden, NotFound, Unauthenticated
from google.auth.exceptions import DefaultCredentialsError
from google.cloud.firestore_admin_v1 import types
from google.cloud.firestore_admin_v1.services.firestore_admin import FirestoreAdminAsyncClient

from deploy.changes import Change, make, tell
from deploy.indexes import definition
from libs.common.errors import Misconfigured
from libs.common.firestore.client import answering
from libs.common.settings import Settings

DATABASE = "(default)"
KEY = "__name__"
"""Firestore adds it to every index; it is not declared."""
SET_APART = "indexConfig.usesAncestorConfig:false OR ttlConfig:*"
"""The fields that have settings of their own: the only ones that Firestore lists."""

Shape = tuple[str, ...]


def client_and_project(settings: Settings) -> tuple[FirestoreAdminAsyncClient, str]:
    """The client for administration, and whose database it is. Needs a running event loop. Nothing is asked yet.

    Raises Misconfigured where no credentials or no project can be found.
    """
    try:
        credentials, found = google.auth.default()
    except DefaultCredentialsError as error:
        raise Misconfigured(
            "Provisioning finds no Google credentials. Run `gcloud auth application-default login`, let "
            "GOOGLE_APPLICATION_CREDENTIALS name a key file, or set FIRESTORE_EMULATOR_HOST and PUBSUB_EMULATOR_HOST."
        ) from error
    project = settings.google_cloud_project or found
    if not project:
        raise Misconfigured("Provisioning needs a project. Set GOOGLE_CLOUD_PROJECT to its id.")
    return FirestoreAdminAsyncClient(credentials=credentials), project


async def changes(client: FirestoreAdminAsyncClient, project: str) -> AsyncIterator[Change]:
    """What is missing or different. Nothing is done yet."""
    wanted = definition()
    standing = await _indexes(client, project)
    for declared in wanted["indexes"]:
        index = _message(types.Index, {key: declared[key] for key in ("queryScope", "fields")})
        collection, shape = declared["collectionGroup"], _shape(index)
        if (collection, *shape) not in standing:
            create = _creating(client, _group(project, collection), index)
            yield Change("create index", f"{collection} ({', '.join(shape)})", create)
    fields = await _fields(client, project)
    for declared in wanted["fieldOverrides"]:
        field = _field(project, declared)
        different = _different(fields.get(field.name), field)
        if different:
            what = f"set {' and '.join(different.values())} of"
            name = f"{declared['collectionGroup']}.{declared['fieldPath']}"
            yield Change(what, name, _updating(client, field, list(different)))


def _creating(client: FirestoreAdminAsyncClient, collection: str, index: types.Index) -> Any:
    return lambda: client.create_index(parent=collection, index=index)


def _updating(client: FirestoreAdminAsyncClient, field: types.Field, paths: list[str]) -> Any:
    request = types.UpdateFieldRequest(field=field, update_mask={"paths": paths})
    return lambda: client.update_field(request=request)


async def _indexes(client: FirestoreAdminAsyncClient, project: str) -> set[Shape]:
    """The collection and shape of every index that stands or is being built."""
    async with answering():
        return {
            (index.name.split("/")[-3], *_shape(index))
            async for index in await client.list_indexes(parent=_group(project, "-"))
        }


async def _fields(client: FirestoreAdminAsyncClient, project: str) -> dict[str, types.Field]:
    """By full name, the fields with settings of their own."""
    async with answering():
        listed = await client.list_fields(request={"parent": _group(project, "-"), "filter": SET_APART})
        return {field.name: field async for field in listed}


def _shape(index: types.Index) -> Shape:
    """What an index holds, in words that are equal where two indexes do the same."""
    return tuple(_part(field) for field in index.fields if field.field_path != KEY)


def _part(field: types.Index.IndexField) -> str:
    if "vector_config" in field:
        return f"{field.field_path} vector {field.vector_config.dimension}"
    if "array_config" in field:
        return f"{field.field_path} array"
    return f"{field.field_path} {types.Index.IndexField.Order(field.order).name.lower()}"


def _field(project: str, declared: dict[str, Any]) -> types.Field:
    path = declared["fieldPath"]
    singles = [
        {"queryScope": each["queryScope"], "fields": [{"fieldPath": path, "order": each["order"]}]}
        for each in declared["indexes"]
    ]
    values: dict[str, Any] = {
        "name": f"{_group(project, declared['collectionGroup'])}/fields/{path}",
        "indexConfig": {"indexes": singles},
    }
    if declared.get("ttl"):
        values["ttlConfig"] = {}
    field: types.Field = _message(types.Field, values)
    return field


def _different(stands: types.Field | None, wanted: types.Field) -> dict[str, str]:
    """What of a field must be set: the name that Firestore has for it, and a person's."""
    own = stands is not None and not stands.index_config.uses_ancestor_config
    different = {}
    if not own or stands is None or _singles(stands) != _singles(wanted):
        different["index_config"] = "the indexes"
    if "ttl_config" in wanted and (stands is None or "ttl_config" not in stands):
        different["ttl_config"] = "the end of life"
    return different


def _singles(field: types.Field) -> set[Shape]:
    return {_shape(index) for index in field.index_config.indexes}


def _message(kind: Any, values: dict[str, Any]) -> Any:
    return kind.from_json(json.dumps(values))


def _group(project: str, collection: str) -> str:
    return f"projects/{project}/databases/{DATABASE}/collectionGroups/{collection}"


async def provision(client: FirestoreAdminAsyncClient, project: str, *, dry_run: bool = False) -> list[Change]:
    """Begin to build what is missing; gives what was begun, or would be.

    Raises Unavailable, and Misconfigured where there is no database or this account may not.
    """
    done: list[Change] = []
    try:
        async for change in changes(client, project):
            done.append(change)
            if not dry_run:
                await make(change, answering())
    except (Forbidden, NotFound, Unauthenticated) as error:
        raise Misconfigured(
            f"Firestore refuses project {project!r} (GOOGLE_CLOUD_PROJECT): {error.message} Check that it has a "
            "database (`gcloud firestore databases create`) and that this account has the role roles/datastore.owner."
        ) from error
    return done


async def run(settings: Settings, *, dry_run: bool) -> int:
    """Provision the project that the settings name, and say what was done."""
    if settings.firestore_emulator_host:
        print("Firestore's emulator needs no indexes")  # noqa: T201 - what a person asked for
        return 0
    client, project = client_and_project(settings)
    try:
        done = await provision(client, project, dry_run=dry_run)
    finally:
        await client.transport.close()
    tell(done, dry_run=dry_run, otherwise=f"{project}: every index and end of life is as it should be")
    return 0
