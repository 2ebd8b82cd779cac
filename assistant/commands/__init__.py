"""The commands of `secondcheck`, one file per job. Nothing heavy is imported until a command runs."""
