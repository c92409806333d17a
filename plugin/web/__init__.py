"""HTTP: who is asking, the sidebar API, webhooks, health."""
