"""What the Graph API stand-in accepts and refuses, held against real requests."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.graph import GraphApi
from tests.fakes.graph.errors import GraphError
from tests.fakes.graph.messages import check_message, check_read
from tests.unit.fakes.conftest import Client

FIXTURES = Path(__file__).parents[2] / "fixtures" / "whatsapp" / "graph"


def real_requests() -> list[Any]:
    """The bodies of real calls to `/messages`, with a real recipient where a placeholder stood."""
    found = []
    for path in sorted(FIXTURES.glob("*.json")):
        body = (json.loads(path.read_text()).get("request") or {}).get("body") or {}
        if "type" in body:
            to = str(body["to"]) if str(body["to"])[-1].isdigit() else "15550001001"
            found.append(pytest.param(with_real_links({**body, "to": to}), id=path.stem))
    return found


def with_real_links(body: dict[str, Any]) -> dict[str, Any]:
    content = body[body["type"]]
    if isinstance(content, dict) and "link" in content:
        content["link"] = content["link"].replace("<http(s)://", "https://").replace("http(s)://", "https://")
    return body


@pytest.mark.parametrize("body", real_requests())
def test_what_real_clients_send_is_accepted(body: dict[str, Any]) -> None:
    """Else the stand-in would refuse what WhatsApp takes."""
    check_message(body)


def message(kind: str, content: Any, **beside: Any) -> dict[str, Any]:
    return {"messaging_product": "whatsapp", "to": "15550001001", "type": kind, kind: content, **beside}


def buttons(*titles: str, body: str = "Choose", ids: str = "id-{}", **beside: Any) -> dict[str, Any]:
    replies = [{"type": "reply", "reply": {"id": ids.format(title), "title": title}} for title in titles]
    action = {"buttons": replies}
    return message("interactive", {"type": "button", "body": {"text": body}, "action": action, **beside})


def rows(count: int, *, button: str = "Times", row_id: str = "row", **row: str) -> dict[str, Any]:
    made = [{"id": f"{row_id}{index}", "title": f"Row {index}", **row} for index in range(count)]
    action = {"button": button, "sections": [{"title": "All", "rows": made}]}
    return message("interactive", {"type": "list", "body": {"text": "Choose"}, "action": action})


def header(text: str) -> dict[str, Any]:
    return {"header": {"type": "text", "text": text}}


@pytest.mark.parametrize(
    "body",
    [
        message("text", {"body": "x" * 4096}),
        message("text", {"body": "x"}, biz_opaque_callback_data="x" * 512),
        buttons("x" * 20, "b", "c", body="x" * 1024, footer={"text": "x" * 60}, **header("x" * 60)),
        buttons("a", ids="x" * 256),
        rows(10, button="x" * 20, row_id="x" * 199, description="x" * 72),
        message("reaction", {"message_id": "wamid.A", "emoji": ""}),
    ],
)
def test_what_reaches_a_limit_is_accepted(body: dict[str, Any]) -> None:
    check_message(body)


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        (message("text", {"body": "x" * 4097}), 100, "at most 4096 characters"),
        (message("text", {"body": ""}), 100, "text['body'] is required"),
        (message("text", {"body": "x", "colour": "red"}), 100, "colour"),
        (message("text", {"body": "x"}, biz_opaque_callback_data="x" * 513), 100, "biz_opaque_callback_data"),
        (message("text", {"body": "x"}, to="not a phone"), 131030, "not in allowed list"),
        (message("hologram", {}), 100, "Param type"),
        ({"messaging_product": "whatsapp", "to": "15550001001", "type": "text"}, 131008, "text is required"),
        ({"messaging_product": "whatsapp", "text": {"body": "x"}}, 100, "The parameter to is required"),
        ({"to": "15550001001", "text": {"body": "x"}}, 100, "messaging_product"),
        (buttons("a", "b", "c", "d"), 131009, "Max allowed buttons: 3"),
        (buttons(), 131009, "Min allowed buttons: 1"),
        (buttons("x" * 21), 131009, "Button title length invalid. Min length: 1, Max length: 20"),
        (buttons("a", ids="x" * 257), 131009, "Button id"),
        (buttons("a", "a"), 131009, "Duplicated"),
        (buttons("a", body="x" * 1025), 131009, "Max length: 1024"),
        (buttons("a", footer={"text": "x" * 61}), 131009, "Footer"),
        (buttons("a", **header("x" * 61)), 131009, "Header"),
        (rows(11), 131009, "Total row count exceed max allowed count: 10"),
        (rows(1, title="x" * 25), 131009, "Row title is too long. Max length is 24"),
        (rows(1, description="x" * 73), 131009, "description"),
        (rows(1, row_id="x" * 200), 131009, "Row id"),
        (rows(1, button="x" * 21), 131009, "Button label"),
        (message("image", {"caption": "no file"}), 100, "exactly one of id and link"),
        (message("audio", {"id": "1", "caption": "x"}), 100, "caption"),
        (message("reaction", {"emoji": "x"}), 100, "message_id"),
        (message("location", {"latitude": 91, "longitude": 0}), 131009, "latitude"),
        (message("contacts", []), 100, "contacts"),
        (message("template", {"name": "hello"}), 100, "language"),
    ],
)
def test_what_breaks_a_limit_is_refused_as_meta_refuses_it(body: dict[str, Any], code: int, says: str) -> None:
    with pytest.raises(GraphError) as refused:
        check_message(body)
    assert refused.value.code == code
    assert says in refused.value.message + refused.value.details


def test_a_read_mark_names_a_real_message() -> None:
    with pytest.raises(GraphError, match="Invalid parameter"):
        check_read({"messaging_product": "whatsapp", "status": "read", "message_id": "12345"})


async def test_a_message_of_four_buttons_is_refused_over_http(graph: GraphApi, client: Client) -> None:
    """In the shape of a recorded refusal, and without being taken."""
    status, answer = await client.offers("One", "Two", "Three", "Four")
    assert status == 400
    assert answer["error"]["message"] == "(#131009) Parameter value is not valid"
    assert answer["error"]["error_data"]["messaging_product"] == "whatsapp"
    assert set(answer["error"]) == {"message", "type", "code", "error_data", "fbtrace_id"}
    assert not graph.messages


async def test_an_accepted_message_is_answered_and_recorded(graph: GraphApi, client: Client) -> None:
    status, answer = await client.sends("Hello", to="+1 (555) 000-1001")
    assert status == 200
    [sent] = await graph.wait_for(1, to="15550001001")
    assert answer == {
        "messaging_product": "whatsapp",
        "contacts": [{"input": "+1 (555) 000-1001", "wa_id": "15550001001"}],
        "messages": [{"id": sent.id}],
    }
    assert (sent.text, sent.number_id) == ("Hello", graph.number.id)


async def test_a_message_can_go_to_a_user_id_alone(graph: GraphApi, client: Client) -> None:
    body = {"recipient": "US.13491208655302741918", "type": "text", "text": {"body": "Hello"}}
    _, answer = await client.post(body)
    assert answer["contacts"] == [{"input": "US.13491208655302741918", "user_id": "US.13491208655302741918"}]
    assert graph.messages[0].address == "US.13491208655302741918"


async def test_read_marks_and_typing_are_recorded_apart_from_messages(graph: GraphApi, client: Client) -> None:
    read = {"status": "read", "message_id": "wamid.A"}
    assert await client.post(read) == (200, {"success": True})
    assert await client.post({**read, "typing_indicator": {"type": "text"}}) == (200, {"success": True})
    assert [mark.typing for mark in graph.reads] == [False, True]
    assert len(graph.typing) == 1
    assert not graph.messages


async def test_once_templates_are_approved_others_are_refused(graph: GraphApi, client: Client) -> None:
    async def answer(name: str, *values: str) -> dict[str, Any]:
        parameters = [{"type": "text", "text": value} for value in values]
        body = [{"type": "body", "parameters": parameters}]
        template = {"name": name, "language": {"code": "en"}, "components": body}
        return (await client.post({"to": "15550001001", "type": "template", "template": template}))[1]

    assert (await answer("anything"))["messages"][0]["message_status"] == "accepted"
    graph.number.approve("reminder", "en", parameters=1)
    assert (await answer("reminder", "10:00"))["messages"][0]["message_status"] == "accepted"
    assert (await answer("reminder"))["error"]["code"] == 132000
    assert (await answer("anything"))["error"]["code"] == 132001
