"""Zendesk Support, read and annotated through zenpy."""
