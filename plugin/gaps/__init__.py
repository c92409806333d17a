"""Product gaps: what customers could not do alone. Pure; the filing talks to the tracker it is handed."""
