"""One question each, with its table and its targets; found by walking this folder."""
