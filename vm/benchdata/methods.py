"""Method-heavy objects: inheritance, overriding, super(), polymorphism, class and static methods."""


class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def scaled_area(self, k):
        return self.area() * k

    def describe(self):
        return self.name

    @classmethod
    def unit(cls):
        return cls(1)


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side

    def describe(self):
        return "a " + super().describe()


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3 * self.radius * self.radius


class Box(Square):
    def __init__(self, side, height=2):
        super().__init__(side)
        self.height = height

    def area(self):
        return 2 * super().area() + 4 * self.side * self.height

    def describe(self):
        return super().describe() + " box"

    @staticmethod
    def faces():
        return 6


class Account:
    def __init__(self):
        self.balance = 0
        self.log = []

    def deposit(self, amount):
        self._change(amount)
        return self

    def withdraw(self, amount):
        if self.can_pay(amount):
            self._change(-amount)
        return self

    def can_pay(self, amount):
        return self.balance >= amount

    def _change(self, amount):
        self.balance += amount


class Savings(Account):
    def _change(self, amount):
        super()._change(amount)
        if amount > 90:
            self.log.append(amount)


def main():
    total = 0
    letters = 0
    for i in range(60000):
        for shape in (Square(i % 10), Circle(i % 7), Box(i % 5)):
            total += shape.scaled_area(2)
            letters += len(shape.describe())
        total += Box.unit().area() + Box.faces()
    print("shapes", total, letters, Shape.count)
    account = Savings()
    for i in range(150000):
        account.deposit(i % 97).withdraw(i % 89)
    print("account", account.balance, len(account.log))


if __name__ == "__main__":
    main()
