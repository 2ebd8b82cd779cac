"""Second Check in Slack: questions in a channel or a direct message, checked answers in the thread.

Read `incoming` (what was said to us), `questions` (the persisted queue), `workers` (from question to answer)
and `blocks` (how an answer looks). Nothing here decides anything about billing.
"""
