"""`python -m ui.slack`: what `secondcheck slack` starts."""

from ui.slack.start import main

main()
