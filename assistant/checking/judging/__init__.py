"""Advice held against the rules, one module for each kind of advice."""
