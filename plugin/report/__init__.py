"""What we write: the reply to the customer and the handoff for the next colleague. Pure."""
