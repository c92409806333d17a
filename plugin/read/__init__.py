"""What the text asks for, and in which language. Pure."""
