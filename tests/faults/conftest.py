"""A running desk to be troubled."""

from tests.flows.conftest import house

__all__ = ["house"]
