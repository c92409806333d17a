"""Stand-ins for Stripe, Zendesk and GitHub on the wire, on loopback only; production never imports this."""
