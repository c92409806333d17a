"""Stories: one file each."""
