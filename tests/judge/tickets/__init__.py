"""The tickets of the corpus, one file per theme."""
