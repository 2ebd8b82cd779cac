"""Default deny: the words of a clause that nothing has claimed, though they could matter."""
