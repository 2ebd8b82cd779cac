"""What people see: the page, and the answers in Slack. Thin: what is shown is decided in pure modules."""
