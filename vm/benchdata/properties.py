"""Properties, setters, a descriptor and __getattr__ on objects in a loop."""


class Celsius:
    def __init__(self, degrees=0.0):
        self._degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._degrees = value

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9


class Positive:
    def __set_name__(self, owner, name):
        self.key = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.key, 0)

    def __set__(self, obj, value):
        obj.__dict__[self.key] = abs(value)


class Rect:
    width = Positive()
    height = Positive()

    @property
    def area(self):
        return self.width * self.height


class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)


def main():
    t = Celsius()
    total = 0.0
    for i in range(200000):
        t.degrees = i % 100
        total += t.fahrenheit
        t.fahrenheit = i % 200
        total -= t.degrees
    print("celsius %.3f" % total)
    r = Rect()
    area = 0
    for i in range(140000):
        r.width = -(i % 10)
        r.height = i % 7
        area += r.area
    print("rect", area)
    p = Proxy(r)
    r.width, r.height = 3, 4
    area = 0
    for i in range(120000):
        area += p.area + p.width
    print("proxy", area)


if __name__ == "__main__":
    main()
