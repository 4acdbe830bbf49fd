"""The calendar: availability, slots, tokens, status, staff decisions."""
