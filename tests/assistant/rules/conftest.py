"""Property tests of the rules look for wrong answers, not for a busy machine: no deadline for one example."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
