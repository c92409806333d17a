"""The outside world: speaks each vendor's language, hands back plain records, imports nothing of `plugin`."""
