"""What to do about it: a plan ordered by reversibility, with guards. The deciding half is pure."""
