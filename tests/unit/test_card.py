"""What Frontdesk promised to be: its entities, its topics and its services, name by name."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from pydantic.alias_generators import to_camel

from libs.common.entities import Entity, entities
from libs.common.events import BY_TOPIC
from libs.common.runtime import foundation
from libs.common.service import Service
from libs.common.settings import Settings

ROOT = Path(__file__).parents[2]
SERVICES = ("gateway", "ingest", "responder", "booking", "knowledge")

ER_DIAGRAM = """
User                  users                    gateway   userId           | lastActive interactionCount
Profile               profiles                 gateway   userId           | businessName businessType contactEmail
                                                                            contactPhone description updatedAt
Onboarding            onboarding               gateway   userId           | currentStep completed updatedAt
OnboardingStep        onboarding_steps         gateway   onboardingStepId | userId stepNo status updatedAt
WhatsappCred          whatsapp_creds           gateway   keyId            | userId value updatedAt
Conversation          conversations            ingest    conversationId   | userId channel participantKey createdAt
                                                                            updatedAt
Message               messages                 ingest    messageId        | conversationId userId role content
                                                                            createdAt
MessageQueue          message_queue            ingest    queueId          | userId remoteJid payloadRef payloadType
                                                                            payloadText processed queuedAt processedAt
AiConfig              ai_configs               responder userId           | model context updatedAt
UsageLog              usage_logs               responder usageId          | userId inputTokens outputTokens createdAt
ConsultantConfig      consultant_configs       booking   userId           | enabled bookingType slotDuration
                                                                            maxTokensPerDay dynamicAllocation timezone
                                                                            updatedAt
ConsultantDaySchedule consultant_day_schedules booking   scheduleId       | userId dayName enabled startTime endTime
                                                                            breakStart breakEnd
Booking               bookings                 booking   bookingId        | userId phone name reason date timeSlot
                                                                            tokenNumber status createdAt confirmedAt
                                                                            confirmedBy staffNote updatedAt
AiConfigFile          ai_config_files          knowledge fileId           | userId sourceName mimeType createdAt
                                                                            updatedAt
KnowledgeSource       knowledge_sources        knowledge sourceId         | userId source category chunks createdAt
                                                                            updatedAt
KnowledgeChunk        knowledge_chunks         knowledge chunkId          | userId sourceId source category index
                                                                            content embedding createdAt updatedAt
"""
"""Entity, collection, writer, key | the other fields, in the diagram's order."""

TOPICS = """
message.received       | gateway                          | ingest gateway                   | phone_number_id sender
media.requested        | ingest                           | gateway                          | message_id
delivery.reported      | gateway                          | gateway                          | delivery
reply.requested        | ingest gateway                   | responder                        | conversation_id
booking.requested      | responder gateway booking        | booking                          |
doc.uploaded           | gateway                          | knowledge                        | source_id
reply.ready            | responder booking ingest gateway | gateway ingest                   | conversation_id
booking.updated        | booking                          |                                  |
doc.indexed            | knowledge                        | responder                        | source_id
conversation.requested | gateway responder ingest         | ingest                           | conversation_id
settings.changed       | gateway                          | gateway ingest responder booking |
owner.changed          | gateway                          | gateway ingest responder booking knowledge |
clock.ticked           | clock                            | booking ingest                   |
dead-letter            | gateway ingest responder booking knowledge | gateway ingest knowledge         |
"""
"""Topic | who publishes | who handles | what its ordering key is made of, beside the owner."""


def diagram() -> list[tuple[list[str], list[str]]]:
    """Each entity's head and its fields; a line that begins with a space goes on with the one before."""
    lines = ER_DIAGRAM.strip().replace("\n ", " ").splitlines()
    return [(head.split(), fields.split()) for head, _, fields in (line.partition("|") for line in lines)]


def topics() -> list[list[str]]:
    """Each topic's four columns."""
    return [[column.strip() for column in line.split("|")] for line in TOPICS.strip().splitlines()]


def test_the_diagram_has_sixteen_entities_and_the_catalogue_fourteen_topics() -> None:
    """None was forgotten here."""
    assert len(diagram()) == 16
    assert {row[0] for row in topics()} == set(BY_TOPIC)
    assert len(BY_TOPIC) == 14


@pytest.mark.parametrize(("head", "fields"), diagram(), ids=lambda part: part[0])
def test_an_entity_is_the_diagrams(head: list[str], fields: list[str]) -> None:
    """Its name, collection, key and one writer; its fields under their names, in their order, the owner aside."""
    name, collection, writer, key = head
    entity = entities()[collection]
    assert (entity.__name__, entity.writer, to_camel(entity.key_field)) == (name, writer, key)
    expected = [field for field in (key, *fields) if field != "userId"]
    assert stored_names(entity)[: len(expected)] == expected


@pytest.mark.parametrize(("head", "fields"), diagram(), ids=lambda part: part[0])
def test_what_an_entity_has_beyond_the_diagram_is_optional(head: list[str], fields: list[str]) -> None:
    """A row that holds the diagram's fields alone is a whole row."""
    beyond = list(entities()[head[1]].model_fields.values())[len(fields) + 1 :]
    assert [field.alias for field in beyond if field.is_required()] == []


def stored_names(entity: type[Entity]) -> list[str]:
    """Every entity has an owner: `userId` stands first in all."""
    owner, *names = [field.alias or name for name, field in entity.model_fields.items()]
    assert owner == "userId"
    return names


@pytest.mark.parametrize(("topic", "publishers", "consumers", "ordering"), topics(), ids=[row[0] for row in topics()])
def test_a_topic_is_the_designs(topic: str, publishers: str, consumers: str, ordering: str) -> None:
    """Who publishes it, who handles it, and what is kept in order."""
    event = BY_TOPIC[topic]
    assert set(event.publishers) >= set(publishers.split())
    assert set(event.consumers) == set(consumers.split())
    assert event.ordering == tuple(ordering.split())


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_has_the_rooms_that_each_has(service: str) -> None:
    """Who knows one knows all five."""
    for room in ("service", "handlers", "__main__"):
        assert find_spec(f"services.{service}.{room}"), f"services/{service} has no {room}"


def test_there_are_five_services() -> None:
    """Beside them only what runs them: the command."""
    folders = {path.parent.name for path in (ROOT / "services").glob("*/service.py")}
    assert folders == set(SERVICES)


def written_by(service: str) -> set[type[Entity]]:
    """The product's entities; a test may have declared others in this process."""
    ours = [entity for entity in entities().values() if entity.__module__.startswith("libs.")]
    return {entity for entity in ours if entity.writer == service}


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_says_of_itself_what_the_catalogue_says(service: str, tmp_path: Path) -> None:
    """It owns what it writes, handles what is meant for it, and publishes nothing in another's name."""
    build = import_module(f"services.{service}.service").build
    async with foundation(Settings(data=tmp_path)) as built:
        described: Service = build(built.parts)
        try:
            handled = [handler.event for handler in described.handles]
            assert described.name == service
            assert set(described.owns) == written_by(service)
            assert {event.topic for event in handled} == {
                topic for topic, event in BY_TOPIC.items() if service in event.consumers
            }
            assert {event.topic for event in described.publishes if service not in event.publishers} == set()
        finally:
            for close in described.closing:
                await close()
