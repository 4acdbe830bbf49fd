"""The responder: decides the answer."""
