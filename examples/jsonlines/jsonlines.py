"""A sales report from a file with one JSON object a line.

    minipy examples/jsonlines/jsonlines.py sales.jsonl

Lines that cannot be read are listed at the end with the reason; the totals
are printed by shop and item, and once more as JSON for the next program.
"""

import json
import sys
from collections import defaultdict
from dataclasses import asdict, dataclass


@dataclass
class Total:
    quantity: int = 0
    revenue: float = 0.0

    def add(self, quantity, price):
        self.quantity += quantity
        self.revenue += quantity * price


class BadLine(Exception):
    pass


def read_sale(line):
    try:
        sale = json.loads(line.rstrip())
    except json.JSONDecodeError as e:
        raise BadLine(f"not JSON: {e.msg} at column {e.colno}") from e
    if not isinstance(sale, dict):
        raise BadLine(f"an object is wanted, not {type(sale).__name__}")
    for field, kinds in (("shop", str), ("item", str), ("quantity", int), ("price", (int, float))):
        if field not in sale:
            raise BadLine(f"{field!r} is missing")
        if not isinstance(sale[field], kinds):
            raise BadLine(f"{field!r} is {sale[field]!r}")
    return sale


def main(path):
    totals = defaultdict(lambda: defaultdict(Total))
    days = set()
    bad = []
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if not line.strip():
                continue
            try:
                sale = read_sale(line)
            except BadLine as e:
                bad.append((number, str(e)))
                continue
            days.add(sale["day"])
            totals[sale["shop"]][sale["item"]].add(sale["quantity"], sale["price"])

    print(f"{len(days)} days, {min(days)} to {max(days)}")
    for shop in sorted(totals):
        items = totals[shop]
        print(f"\n{shop}")
        for item, total in sorted(items.items(), key=lambda pair: -pair[1].revenue):
            print(f"    {item:<10}{total.quantity:>6}{total.revenue:>12,.2f}")
        whole = sum(t.revenue for t in items.values())
        print(f"    {'all':<10}{sum(t.quantity for t in items.values()):>6}{whole:>12,.2f}")
    if bad:
        print("\nlines left out:")
        for number, reason in bad:
            print(f"    line {number}: {reason}")
    print()
    summary = {shop: {item: asdict(t) for item, t in items.items()} for shop, items in totals.items()}
    print(json.dumps(summary, indent=2, sort_keys=True, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
