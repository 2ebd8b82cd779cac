"""Attack the gate: mutated answers, injections, and a report of what leaked and what was blocked."""
