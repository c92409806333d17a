"""GitHub issues, filed and kept through PyGithub."""
