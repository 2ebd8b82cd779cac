"""Turns of speech of the trade in the plain words that the readers know: "wears a 26" says "takes a 26"."""
