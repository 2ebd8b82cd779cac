"""Marks put together into what they mean as a phrase."""
