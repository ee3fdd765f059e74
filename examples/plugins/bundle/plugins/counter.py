"""Counts events."""
import host

seen = {}


def count(event):
    def handler(data):
        seen[event] = seen.get(event, 0) + 1
    return handler


for event in ("start", "message"):
    host.on(event, count(event))
host.on("stop", lambda data: "counted " + ", ".join(f"{n} {e}" for e, n in sorted(seen.items())))
