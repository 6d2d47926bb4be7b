"""Numbers: the same in both languages and in the facts, with units, in one digit set, plausible."""
