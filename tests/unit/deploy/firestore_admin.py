"""A stand-in for the administration of one Firestore database: it speaks the real protocol, and remembers."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import grpc  # type: ignore[import-untyped]
import grpc.aio  # type: ignore[import-untyped]
from google.cloud.firestore_admin_v1 import types
from google.cloud.firestore_admin_v1.services.firestore_admin import FirestoreAdminAsyncClient
from google.cloud.firestore_admin_v1.services.firestore_admin.transports import FirestoreAdminGrpcAsyncIOTransport
from google.longrunning.operations_pb2 import Operation  # type: ignore[import-untyped]

PROJECT = "demo-frontdesk"
SERVICE = "google.firestore.admin.v1.FirestoreAdmin"


class Database:
    """What has been asked of it. Each index gets the field that Firestore adds, before a vector or at the end."""

    def __init__(self) -> None:
        self.indexes: list[types.Index] = []
        self.fields: dict[str, types.Field] = {}
        self.missing = False

    async def list_indexes(self, request: types.ListIndexesRequest, context: Any) -> types.ListIndexesResponse:
        if self.missing:
            await context.abort(grpc.StatusCode.NOT_FOUND, "The database (default) does not exist.")
        return types.ListIndexesResponse(indexes=self.indexes)

    async def list_fields(self, request: types.ListFieldsRequest, context: Any) -> types.ListFieldsResponse:
        return types.ListFieldsResponse(fields=list(self.fields.values()))

    async def create_index(self, request: types.CreateIndexRequest, context: Any) -> Operation:
        made = types.Index(request.index)
        made.name = f"{request.parent}/indexes/{len(self.indexes)}"
        key = types.Index.IndexField(field_path="__name__", order=types.Index.IndexField.Order.ASCENDING)
        place = len(made.fields) - ("vector_config" in made.fields[-1])
        made.fields.insert(place, key)
        self.indexes.append(made)
        return Operation(name="index")

    async def update_field(self, request: types.UpdateFieldRequest, context: Any) -> Operation:
        standing = self.fields.setdefault(request.field.name, types.Field(name=request.field.name))
        paths = types.UpdateFieldRequest.pb(request).update_mask.paths
        if "index_config" in paths:
            standing.index_config = request.field.index_config
        if "ttl_config" in paths:
            standing.ttl_config = types.Field.TtlConfig(state=types.Field.TtlConfig.State.CREATING)
        return Operation(name="field")


def _rpc(behaviour: Any, asked: Any, answered: Any) -> grpc.RpcMethodHandler:
    return grpc.unary_unary_rpc_method_handler(behaviour, asked.deserialize, answered)


@asynccontextmanager
async def administered(database: Database) -> AsyncIterator[FirestoreAdminAsyncClient]:
    """Google's own client of it, over a socket."""
    server = grpc.aio.server()
    methods = {
        "ListIndexes": _rpc(database.list_indexes, types.ListIndexesRequest, types.ListIndexesResponse.serialize),
        "ListFields": _rpc(database.list_fields, types.ListFieldsRequest, types.ListFieldsResponse.serialize),
        "CreateIndex": _rpc(database.create_index, types.CreateIndexRequest, Operation.SerializeToString),
        "UpdateField": _rpc(database.update_field, types.UpdateFieldRequest, Operation.SerializeToString),
    }
    server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, methods),))
    port = server.add_insecure_port("127.0.0.1:0")
    await server.start()
    channel = grpc.aio.insecure_channel(f"127.0.0.1:{port}")
    client = FirestoreAdminAsyncClient(transport=FirestoreAdminGrpcAsyncIOTransport(channel=channel))
    try:
        yield client
    finally:
        await client.transport.close()
        await server.stop(None)
