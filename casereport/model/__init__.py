"""What the author said: the facts (case.yaml), the narrative, the references. Frozen types."""
