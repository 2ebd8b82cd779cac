"""Sentences that advise nothing, each of a named kind that is recognised positively."""
