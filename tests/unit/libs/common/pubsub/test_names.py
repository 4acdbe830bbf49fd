"""What things are called in Pub/Sub."""

import re

import pytest

from libs.common.bus.port import Subscription
from libs.common.events import CATALOGUE
from libs.common.pubsub import names

ALLOWED = re.compile(r"(?!goog)[A-Za-z][A-Za-z0-9\-_.~+%]{2,254}")
PAIRS = [(service, event.topic) for event in CATALOGUE for service in event.consumers]


@pytest.mark.parametrize("event", CATALOGUE, ids=lambda event: event.topic)
def test_every_topic_has_a_name_that_pubsub_takes(event):
    assert ALLOWED.fullmatch(event.topic)
    assert names.topic_path("p", event.topic) == f"projects/p/topics/{event.topic}"


@pytest.mark.parametrize(("service", "topic"), PAIRS)
def test_a_subscriptions_name_gives_back_what_it_is_made_of(service, topic):
    name = names.subscription_id(service, topic)
    assert ALLOWED.fullmatch(name)
    assert name == Subscription(service, topic).name
    assert names.service_and_topic(name) == (service, topic)


def test_nothing_of_ours_is_called_like_the_last_resort():
    assert names.UNDELIVERED not in {event.topic for event in CATALOGUE}


@pytest.mark.parametrize("name", ["", "ingest", "ingest.", ".message"])
def test_what_names_no_service_and_topic_is_refused(name):
    with pytest.raises(ValueError, match="does not name a service and a topic"):
        names.service_and_topic(name)
