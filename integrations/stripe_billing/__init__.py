"""Stripe: reads the merchant's billing account and hands back plain records; no Stripe word leaves this package."""
