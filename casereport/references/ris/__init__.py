"""RIS: records and their places, types, and the way from its tags to CSL's variables."""
