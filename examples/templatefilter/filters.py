"""What the template can use."""


def title(text):
    return text.title()


def money(amount, currency="EUR"):
    return f"{amount:,.2f} {currency}"


def total(lines):
    return sum(line["qty"] * line["price"] for line in lines)


def column(text, width):
    """Cut or fill text to width characters."""
    text = str(text)
    return text[: width - 1] + "…" if len(text) > width else text.ljust(width)
