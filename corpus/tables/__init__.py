"""Figures of CMS files, keyed by code and release: facts only, never a descriptor."""
