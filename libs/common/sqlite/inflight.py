"""Which events a process is handling, written where it survives the process: how a death is counted.

A slot of a small mapped file holds the event's place in the log while it is handled. Writing it costs a microsecond
and no fsync: a killed process leaves its pages to the kernel. (A machine that loses power loses the marks too; then
the events come again uncounted, which is only kinder.)
"""

import mmap
import os
import struct
from pathlib import Path

_SLOT = struct.Struct("<Q")
SLOTS = 4096


class InFlight:
    """The marks of one subscription, held by the one process that listens for it."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        size = SLOTS * _SLOT.size
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.ftruncate(descriptor, size)
            self._map = mmap.mmap(descriptor, size)
        finally:
            os.close(descriptor)
        self._free = list(range(SLOTS))
        self._slots: dict[int, int] = {}

    def left_behind(self) -> list[int]:
        """The events that a process died with; their marks are wiped."""
        seqs = [seq for (seq,) in _SLOT.iter_unpack(self._map[:]) if seq]
        self._map[:] = bytes(len(self._map))
        return seqs

    def begin(self, seq: int) -> None:
        slot = self._free.pop()
        self._slots[seq] = slot
        _SLOT.pack_into(self._map, slot * _SLOT.size, seq)

    def end(self, seq: int) -> None:
        slot = self._slots.pop(seq)
        _SLOT.pack_into(self._map, slot * _SLOT.size, 0)
        self._free.append(slot)

    def close(self) -> None:
        """What is still marked was let go on purpose: wipe it."""
        self._map[:] = bytes(len(self._map))
        self._map.close()
