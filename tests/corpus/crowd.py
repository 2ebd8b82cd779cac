"""Run as a process by test_index: writers and readers of one data folder.

crowd.py once FOLDER N     builds generation N
crowd.py slow FOLDER N     the same, but stops for breath while embedding
crowd.py write FOLDER      builds generations 1 to 5, noting each in FOLDER/acknowledged, then FOLDER/done
crowd.py read FOLDER       asks until FOLDER/done; prints how many generations it saw
"""

import os
import sys
import time
from datetime import date
from pathlib import Path

from langchain_core.embeddings import Embeddings

from assistant.retrieval import Retriever
from corpus.index import IndexMissing, build_index
from corpus.sources import Document, Section, Source

PLACES = 5
GENERATIONS = 5
READERS = 3


class Flat(Embeddings):
    """A model for whom everything is alike."""

    def __init__(self, slow: bool = False) -> None:
        self.slow = slow

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        if self.slow:
            print("embedding", flush=True)
            time.sleep(30)
        return [[1.0, 0.0] for _ in texts]

    def embed_query(self, text: str) -> list[float]:
        return [1.0, float(len(text) % 2)]


def generation(number: int) -> list[Document]:
    """Five documents that all say the same number: an answer that mixes numbers is a half answer."""
    documents = []
    for place in range(PLACES):
        source = Source(
            id=f"d{place}", title="T", publisher="P", authority="society", read_at=date(2026, 1, 1),
            standing="in_force", payers=("any",), seen="whole", document="d.md",
        )  # fmt: skip
        # Words differ enough that no two places count as one statement.
        text = f"77427 generation {number} " + " ".join(f"{place}x{word}" for word in range(20))
        documents.append(Document(source=source, sections=(Section(mark="s", heading="Units", text=text),)))
    return documents


def write(folder: Path) -> None:
    for number in range(1, GENERATIONS + 1):
        build_index(folder, generation(number), embedding=Flat())
        (folder / "draft").write_text(str(number))
        (folder / "draft").replace(folder / "acknowledged")
        while len(list(folder.glob("ready-*"))) < READERS:  # a loaded machine starts readers late
            time.sleep(0.05)
    (folder / "done").touch()


def read(folder: Path) -> None:
    retriever = Retriever(folder, Flat())
    seen: set[int] = set()
    turn = 0
    is_last = False
    while not is_last:
        is_last = (folder / "done").exists()  # and one question more, which must see the last generation
        acknowledged = folder / "acknowledged"
        least = int(acknowledged.read_text()) if acknowledged.exists() else 0
        turn += 1
        # By code and by vector in turns: one reads SQLite, the other Chroma as well.
        question = "77427" if turn % 2 else "generation of management"
        try:
            hits = retriever.search(question)
        except IndexMissing:
            assert least == 0, "an acknowledged index is missing"
            continue
        numbers = {int(hit.passage.text.split()[2]) for hit in hits}
        assert len(hits) == PLACES, f"half an answer: {len(hits)} of {PLACES}"
        assert len(numbers) == 1, f"a mixed answer: {numbers}"
        assert min(numbers) >= least, f"a stale answer: {numbers} after {least} was acknowledged"
        seen |= numbers
        if turn > 1:
            (folder / f"ready-{os.getpid()}").touch()
    print(len(seen))


if __name__ == "__main__":
    command, where = sys.argv[1], Path(sys.argv[2])
    if command == "write":
        write(where)
    elif command == "read":
        read(where)
    else:
        build_index(where, generation(int(sys.argv[3])), embedding=Flat(slow=command == "slow"))
