"""Attribute-heavy objects: a particle simulation and a linked list."""


class Particle:
    def __init__(self, x, y, vx, vy):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.bounces = 0


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Counter:
    total = 0

    def __init__(self):
        self.here = 0


def simulate(count, steps):
    particles = [Particle(i % 10, i * 3 % 10, (i % 5 - 2) / 8, (i % 7 - 3) / 8) for i in range(count)]
    for _ in range(steps):
        for p in particles:
            p.x += p.vx
            p.y += p.vy
            if p.x < 0 or p.x > 10:
                p.vx = -p.vx
                p.bounces += 1
            if p.y < 0 or p.y > 10:
                p.vy = -p.vy
                p.bounces += 1
    return sum(p.bounces for p in particles), sum(p.x + p.y for p in particles)


def linked(n):
    head = None
    for i in range(n):
        head = Node(i, head)
    total = 0
    node = head
    while node is not None:
        total += node.value
        node = node.next
    previous = None
    while head is not None:
        head.next, previous, head = previous, head, head.next
    return total, previous.value, previous.next.value


def counters(n):
    many = [Counter() for _ in range(10)]
    for i in range(n):
        c = many[i % 10]
        c.here += 1
        Counter.total += 2
    return Counter.total, many[3].here


def main():
    print("particles %d %.3f" % simulate(500, 500))
    print("linked", *linked(200000))
    print("counters", *counters(500000))


if __name__ == "__main__":
    main()
