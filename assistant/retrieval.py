"""Finding the passages a question needs: exact codes first, then words and vectors together.

A question that names a code is answered from one SQLite file; torch, Chroma and sentence-transformers are imported
only for a question in plain words. Importing this module loads none of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from assistant.fusion import fuse, share_of_words
from assistant.ranking import Asked, Hit, ranked_by_code, ranked_by_meaning, without_repeats
from assistant.rules.codes import code_on, successors
from corpus.code_numbers import codes_in
from corpus.index import Index, current_build, open_index
from corpus.library import is_removed
from corpus.passage import Passage
from corpus.wanted import Wanted
from corpus.words import telling_words

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

__all__ = ["Hit", "Retriever"]

# Candidates from each side of the fusion.
CANDIDATES = 40
# Questions of another world ("best pizza in town") stay below both: the cosine of the nearest passage, and the share
# of their telling words that one passage holds. Measured on the 72 questions in plain words of evals/retrieval and its
# 14 of another world: five of the field fell below the first, none of them below the second as well.
UNRELATED_BELOW = 0.4
FOREIGN_BELOW = 0.5


class Retriever:
    """Searches the index of a data folder; follows it to every new build. Safe to use from several threads."""

    def __init__(self, data_dir: Path, embedding: "Embeddings | None" = None) -> None:
        """``embedding`` replaces the packaged model, in tests."""
        self.data_dir = data_dir
        self._given = embedding
        self._index: Index | None = None
        self._guard = RLock()

    def search(
        self,
        query: str,
        *,
        codes: tuple[str, ...] = (),
        payer: str | None = None,
        on: date | None = None,
        since: date | None = None,
        k: int = 8,
        disagreement: bool = False,
    ) -> list[Hit]:
        """The best passages for a question, at most ``k``.

        ``codes`` are the codes the question is about; without them, those it writes. A code that no source covers
        finds nothing, never its neighbour. ``on`` is the date of service, the last one of several that begin with
        ``since``; a text in force on any of them may answer, and without a date every text. With ``disagreement``
        every side comes, overruled ones too. Raises IndexMissing, IndexDamaged, EmbeddingUnavailable.
        """
        words = telling_words(query)
        if not codes and not words:
            return []
        asked = _asked(query, codes, words, payer, on, since, disagreement)
        with self._opened() as index:
            hits = self._by_code(index, query, asked) if asked.codes else self._by_meaning(index, query, asked)
        gone = {source for source in {hit.passage.source for hit in hits} if is_removed(self.data_dir, source)}
        left = [hit for hit in hits if hit.passage.source not in gone]
        return without_repeats(left, k, per_source=2 if disagreement else None)

    def covered(self, codes: tuple[str, ...]) -> frozenset[str]:
        """Those of the codes that any source names. Raises IndexMissing, IndexDamaged."""
        with self._opened() as index:
            return index.passages.covered(codes)

    def passage(self, passage_id: str) -> Passage | None:
        """The passage with this id, or None when it is no longer in the index or its document was removed."""
        with self._opened() as index:
            found = index.passages.by_ids([passage_id])
        return next((one for one in found if not is_removed(self.data_dir, one.source)), None)

    def surroundings(self, passage: Passage, characters: int = 400) -> tuple[str, str, str]:
        """The text before a passage, the passage, and the text after it, to show the citation in its place."""
        with self._opened() as index:
            text = index.passages.text_of(passage.source) or ""
        if text[passage.start : passage.end] != passage.text:  # the document changed since the passage was cited
            return "", passage.text, ""
        before = text[max(0, passage.start - characters) : passage.start]
        return before, passage.text, text[passage.end : passage.end + characters]

    def warm(self) -> None:
        """Loads model and vectors ahead of the first question in plain words."""
        with self._opened() as index:
            index.nearest(self._embedding.embed_query("warm"), Wanted(), 1)

    def close(self) -> None:
        """Lets the index go."""
        with self._guard:
            if self._index is not None:
                self._index.close()
                self._index = None

    def _by_code(self, index: Index, query: str, asked: Asked) -> list[Hit]:
        if asked.written and not index.passages.covered(asked.written):
            return []  # the codes that its other words stand for are no answer to a code nobody knows
        found = index.passages.by_codes(asked.codes, query, self._wanted(asked))
        if not found:  # covered, but by no text of this payer and date: say so instead of "not covered"
            found = index.passages.by_codes(asked.codes, query, Wanted())
        return ranked_by_code(found, asked)

    def _by_meaning(self, index: Index, query: str, asked: Asked) -> list[Hit]:
        wanted = self._wanted(asked)
        words = index.passages.by_words(query, wanted, CANDIDATES)
        near = index.nearest(self._embedding.embed_query(query), wanted, CANDIDATES)
        if (not near or near[0][1] < UNRELATED_BELOW) and share_of_words(query, words) < FOREIGN_BELOW:
            return []
        passages = {found.passage.id: found.passage for found in words} | {passage.id: passage for passage, _ in near}
        fused = fuse([found.passage.id for found in words], [passage.id for passage, _ in near])
        return ranked_by_meaning(((passages[one], score, how) for one, score, how in fused), asked)

    @cached_property
    def _embedding(self) -> "Embeddings":
        from corpus.embedding import PackagedMiniLM

        return self._given or PackagedMiniLM()

    @staticmethod
    def _wanted(asked: Asked) -> Wanted:
        return Wanted() if asked.disagreement else Wanted.of(asked.payer, asked.on, asked.since)

    @contextmanager
    def _opened(self) -> Iterator[Index]:
        """The build that answers now. One question at a time: SQLite and Chroma answer in milliseconds."""
        with self._guard:
            if self._index is None or current_build(self.data_dir) != self._index.build:
                self.close()
                self._index = open_index(self.data_dir)
            yield self._index


def _asked(
    query: str,
    codes: tuple[str, ...],
    words: list[str],
    payer: str | None,
    on: date | None,
    since: date | None,
    disagreement: bool,
) -> Asked:
    """What the ranking may know of the question. What came after a code only counts once it has ended."""
    in_query = codes_in(query)
    meant = codes or in_query
    written = tuple(code for code in meant if code in in_query)
    ended = (code for code in written or meant if on is None or not code_on(code, on).valid)
    after = frozenset(later for code in ended for later in successors(code))
    return Asked(meant, payer, on, disagreement, since, written, frozenset(words), after)
