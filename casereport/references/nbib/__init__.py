"""PubMed's own format (.nbib): records and their places, and the way to CSL's variables."""
