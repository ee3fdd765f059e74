"""Wants what it may not have."""
import os  # not among the modules that the host grants

print(os.environ)
