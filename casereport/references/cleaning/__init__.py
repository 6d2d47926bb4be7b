"""Cleaning reference files as text: what is certain is changed, what is not is told and left.

Comments, layout and everything that no rule names stay as they are; a second run changes nothing.
"""
