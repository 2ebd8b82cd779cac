"""How good the answers are: cases, metrics, one runner, one report; `python -m evals`."""
