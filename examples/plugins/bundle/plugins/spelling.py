"""Finds words that it does not know."""
import host
from words import unknown


def check(data):
    bad = unknown(data["text"])
    if bad:
        return "not in the dictionary: " + ", ".join(bad)


host.on("message", check)
