"""BM25 over an inverted index of grams: a question touches only passages that share something with it."""

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from services.responder.retrieval.grams import grams, grams_of

if TYPE_CHECKING:
    from numpy import float32, int32
    from numpy.typing import NDArray

SATURATION = 1.2
LENGTH_WEIGHT = 0.75
"""BM25's k1 and b, at their customary values."""


class LexicalIndex:
    """The grams of some normalised texts. Postings lie in two flat arrays: a thousand passages are a few MB."""

    def __init__(self, texts: Sequence[str]) -> None:
        import numpy as np

        self._size = len(texts)
        self._rows: dict[str, int] = {}
        self._passages, self._weights, self._starts = self._postings(texts)
        frequencies = np.diff(self._starts)
        self._rarity = np.log1p((self._size - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
        self._unseen_rarity = float(np.log1p((self._size + 0.5) / 0.5))

    def scores(self, text: str) -> "NDArray[float32]":
        """The BM25 score of every passage for a question; zero where nothing is shared."""
        import numpy as np

        scores = np.zeros(self._size, dtype=np.float32)
        for gram, times in Counter(grams(text)).items():
            row = self._rows.get(gram)
            if row is not None:
                span = slice(self._starts[row], self._starts[row + 1])
                scores[self._passages[span]] += times * self._rarity[row] * self._weights[span]
        return scores

    def rarity(self, gram: str) -> float:
        """How much a gram tells passages apart (BM25's idf); the most for one that none of them has."""
        row = self._rows.get(gram)
        return self._unseen_rarity if row is None else float(self._rarity[row])

    def _postings(self, texts: Sequence[str]) -> "tuple[NDArray[int32], NDArray[float32], NDArray[int32]]":
        """For each gram, one after the other: the passages that have it and the weight it has there.

        Text by text into flat arrays: the counts of all of them at once would take six times the memory.
        """
        import numpy as np

        rows, times, kinds, lengths = array("i"), array("f"), array("i"), array("f")
        for text in texts:
            count = Counter(grams_of(text))
            rows.extend(self._rows.setdefault(gram, len(self._rows)) for gram in count)
            times.extend(count.values())
            kinds.append(len(count))
            lengths.append(count.total())
        passages = np.repeat(np.arange(len(texts), dtype=np.int32), kinds)
        weights = _weights(np.array(times, dtype=np.float32), np.array(lengths, dtype=np.float32), passages)
        order = np.argsort(np.array(rows, dtype=np.int32), kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=len(self._rows)))]).astype(np.int32)
        return passages[order], weights[order], starts


def _weights(times: "NDArray[float32]", lengths: "NDArray[float32]", passages: "NDArray[int32]") -> "NDArray[float32]":
    """BM25's weight of a gram in a passage that has it so many times."""
    mean = max(1.0, float(lengths.mean())) if len(lengths) else 1.0
    norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * lengths / mean)
    weights: NDArray[float32] = (times * (SATURATION + 1) / (times + norm[passages])).astype("float32")
    return weights
