"""The library: the reference's vocabulary in Python."""
