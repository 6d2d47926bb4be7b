"""Covering what must not be read on: the middle of a number or a name."""

from __future__ import annotations


def masked(text: str) -> str:
    """``text`` of the same length with the middle of its letters and digits covered.

    The ends stay, so that its owner knows it again: two signs of eight or more, one of four or
    more, none of less.

    >>> masked("0932833810"), masked("4127"), masked("Smith"), masked("X.Y.")
    ('09******10', '4**7', 'S***h', '*.*.')
    """
    signs = [index for index, character in enumerate(text) if character.isalnum()]
    kept = 2 if len(signs) >= 8 else 1 if len(signs) >= 4 else 0
    covered = set(signs[kept : len(signs) - kept])
    return "".join("*" if index in covered else sign for index, sign in enumerate(text))
