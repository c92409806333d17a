"""One file per situation; the file's name is the situation. `plugin.diagnose` finds them by name.

To add one: a docstring (what happened, then the trap), `CODE`, `look(case)`, `FIRES_ON`, `QUIET_ON`. That is all.
"""
