"""Marks cut into clauses, and each clause read into advice."""
