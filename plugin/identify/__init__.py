"""Who is this customer: clues in the ticket -> one match, several, or nobody. Pure."""
