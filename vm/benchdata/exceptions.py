"""Exceptions raised and caught: parsing bad input, own classes, finally, deep unwinding."""


class Invalid(Exception):
    def __init__(self, field, reason):
        super().__init__(f"{field}: {reason}")
        self.field = field


class TooSmall(Invalid):
    pass


class TooLarge(Invalid):
    pass


def check(field, value):
    if value < 10:
        raise TooSmall(field, "too small")
    if value > 90:
        raise TooLarge(field, "too large")
    return value


def to_int(text):
    try:
        return int(text)
    except ValueError:
        return -1


def dig(depth):
    if depth == 0:
        raise KeyError("bottom")
    try:
        return dig(depth - 1)
    finally:
        dig.unwound += 1


def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        return 0


def main():
    small = large = fine = 0
    for i in range(250000):
        try:
            check("n", i % 100)
        except TooSmall as e:
            small += len(e.field)
        except Invalid:
            large += 1
        else:
            fine += 1
    print("checks", small, large, fine)
    texts = ["12", "x", "7", "", "3.5", "99"]
    print("ints", sum(to_int(texts[i % 6]) for i in range(250000)))
    dig.unwound = 0
    caught = 0
    for i in range(4500):
        try:
            dig(40)
        except LookupError as e:
            caught += e.args[0] == "bottom"
    print("dig", caught, dig.unwound)
    table = {i: i * 2 for i in range(0, 1000, 2)}
    print("lookup", sum(lookup(table, i % 1000) for i in range(300000)))
    chained = 0
    for i in range(70000):
        try:
            try:
                [][i]
            except IndexError as e:
                raise RuntimeError("wrapped") from e
        except RuntimeError as e:
            chained += type(e.__cause__) is IndexError
    print("chained", chained)


if __name__ == "__main__":
    main()
