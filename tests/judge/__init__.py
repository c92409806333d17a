"""The labelled corpus and its runner."""
