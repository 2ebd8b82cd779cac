"""One grammar for both directions: what a question tells us, and what an answer's prose advises.

Layers, each usable on its own: `text` (normalised characters with a map back), `codes`, `modifiers`, `dates`,
`numbers`, the word lists (`payers`, `settings`, `billers`, `techniques`, `services`), `tokens` (all of them,
no character claimed twice), and on top `facts`, which reads a question.
"""
