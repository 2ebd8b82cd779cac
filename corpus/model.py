"""Which model makes the vectors. Apart from its loading, so that knowing its name costs nothing."""

MODEL = "all-MiniLM-L6-v2/gt-0.1"  # part of an index build's identity: another model, another build
DIMENSIONS = 384
