"""The same article as other programs want to be given it."""
