"""One way to a PDF each; found by walking this folder (see rival.py)."""
