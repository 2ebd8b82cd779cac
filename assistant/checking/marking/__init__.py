"""A sentence's words as a row of marks."""
