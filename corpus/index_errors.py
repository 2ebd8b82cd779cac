"""How an index says that it cannot answer or cannot be built."""


class IndexDamaged(Exception):
    """The index cannot answer: missing, unfinished or damaged. ``build_index`` makes a new one."""


class IndexMissing(IndexDamaged):
    """No index has been built in this data folder yet."""


class IndexBusy(Exception):
    """Another program is building the index and does not finish; nothing was changed."""
