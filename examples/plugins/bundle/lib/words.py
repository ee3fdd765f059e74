"""What plug-ins share."""
import re

KNOWN = {"hello", "world", "good", "morning"}


def unknown(text):
    return [w for w in re.findall(r"[a-z]+", text.lower()) if w not in KNOWN]
