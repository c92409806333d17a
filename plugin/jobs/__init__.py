"""The queue of hints, the tasks behind them, and the reconcile that finds what was lost."""
