"""EndNote XML: records and their places, and the way from its elements to CSL's variables."""
