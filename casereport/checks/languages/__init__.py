"""Checks of what both languages have to say."""
