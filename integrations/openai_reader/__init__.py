"""An address that speaks OpenAI's chat protocol, as a second pair of eyes on a ticket's text. Off by default."""
