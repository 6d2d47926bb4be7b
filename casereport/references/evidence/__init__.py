"""Records of databases: reading them, finding those of a reference, comparing the two."""
