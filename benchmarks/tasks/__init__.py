"""What a process that stays does again and again (see serving.py)."""
