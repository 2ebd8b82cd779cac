"""What a run stands on: the shipped corpus, indexed in a folder of its own, and today pinned.

So neither the documents that a user added nor the day on which somebody measures can change a score. A chat model that
a user configured is asked only where the report compares it; everything else is the built-in composer.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import Settings, load_settings
from evals.case import TODAY

if TYPE_CHECKING:
    from assistant import Assistant
    from evals.baseline import TutorialRetrieval


@dataclass
class Ground:
    """Opens what a part asks for, once. `settings` are the user's, with the run's folder and day."""

    settings: Settings

    @cached_property
    def folder(self) -> Path:
        """The data folder, its index built."""
        from assistant.indexing import bring_up_to_date

        bring_up_to_date(self.settings.data_dir)
        return self.settings.data_dir

    @cached_property
    def assistant(self) -> Assistant:
        """The engine without a chat model: what ships."""
        return self._assistant(self.settings.model_copy(update={"model": ""}))

    @cached_property
    def with_model(self) -> Assistant:
        """The engine with the user's chat model as its draftsman."""
        return self._assistant(self.settings)

    @cached_property
    def tutorial(self) -> TutorialRetrieval:
        """The pipeline to compare with, over the same documents."""
        from evals.baseline import TutorialRetrieval

        return TutorialRetrieval(self.settings.data_dir / "tutorial")

    def _assistant(self, settings: Settings) -> Assistant:
        from assistant import Assistant

        assert self.folder  # an engine without an index would answer, and be judged for what it cannot find
        return Assistant(settings)


@contextmanager
def prepared() -> Iterator[Ground]:
    """A ground in a folder that goes afterwards. Code that reads the settings itself finds the same folder and day."""
    settings = load_settings()
    with tempfile.TemporaryDirectory(prefix="secondcheck-evals-", ignore_cleanup_errors=True) as folder:
        told = {"SECONDCHECK_DATA_DIR": folder, "SECONDCHECK_TODAY": TODAY}
        before = {name: os.environ.get(name) for name in told}
        os.environ.update(told)
        try:
            yield Ground(settings.model_copy(update={"data_dir": Path(folder), "today": load_settings().today}))
        finally:
            for name, value in before.items():
                os.environ.pop(name, None) if value is None else os.environ.update({name: value})
