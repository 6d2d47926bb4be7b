"""Runs the stages: one case (case.py)."""
