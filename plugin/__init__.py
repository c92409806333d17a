"""Tillside, the service: decides what to do about one billing ticket."""
