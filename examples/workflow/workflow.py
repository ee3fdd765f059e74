"""An order from its arrival to the parcel.

fulfil() is written as if it ran through in one go. At each yield it hands an
activity to the program and waits for the result: the machine may be written to
a file there, and go on in another process weeks later.
"""
from collections import namedtuple

Activity = namedtuple("Activity", "name args")


def fulfil(order):
    reserved = []
    try:
        for sku, n in order["lines"].items():
            if not (yield Activity("reserve", (sku, n))):
                return f"order {order['id']}: no {sku}"
            reserved.append((sku, n))
        note(f"order {order['id']}: all reserved")
        for attempt in range(1, 4):
            if (yield Activity("charge", (order["customer"], len(reserved), attempt))):
                break
            yield Activity("wait", (attempt * 60,))
        else:
            return f"order {order['id']}: not paid"
        yield Activity("ship", (order["id"],))
        reserved.clear()
        return f"order {order['id']} is on its way"
    finally:
        for sku, n in reserved:  # nothing stays reserved for an order that fails
            note(f"{n} {sku} are free again")


def begin(order):
    global running
    running = fulfil(order)
    advance(None)


def advance(result):
    global pending
    try:
        pending = running.send(result)
    except StopIteration as end:
        pending = Activity("done", (end.value,))
