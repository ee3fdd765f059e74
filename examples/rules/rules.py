"""What is to happen with an order: every function under @rule may change the decision."""
import math

rules = []


def rule(f):
    rules.append(f)
    return f


@rule
def big_orders(order, decision):
    if order.total() >= 1000:
        steps = math.floor(math.log10(order.total()))
        decision.discount += 0.02 * steps
        decision.reasons.append(f"big order: {order.total():.0f}")


@rule
def many_of_one(order, decision):
    for line in order.lines:
        if line.qty >= 5:
            decision.discount += 0.01
            decision.reasons.append(f"{line.qty} x {line.sku}")


@rule
def in_stock(order, decision):
    for line in order.lines:
        try:
            left = stock(line.sku)
        except RuntimeError as e:
            decision.reasons.append(str(e))
            decision.hold = True
            continue
        if left < line.qty:
            decision.hold = True
            decision.reasons.append(f"only {left} {line.sku}")


def decide(order):
    decision = Decision()
    for r in rules:
        r(order, decision)
    return decision
