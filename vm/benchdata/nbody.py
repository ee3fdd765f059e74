"""The n-body problem: planets around the sun, energy before and after."""

import math

SOLAR = 4 * math.pi * math.pi
DAYS = 365.24


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx * DAYS, vy * DAYS, vz * DAYS
        self.mass = mass * SOLAR


def system():
    return [
        Body(0, 0, 0, 0, 0, 0, 1),
        Body(4.841431442464721, -1.1603200440274284, -0.10362204447112311,
             0.001660076642744037, 0.007699011184197404, -0.0000690460016972063, 0.0009547919384243266),
        Body(8.34336671824458, 4.124798564124305, -0.4035234171143214,
             -0.002767425107268624, 0.004998528012349172, 0.00002304172975737639, 0.0002858859806661308),
        Body(12.894369562139131, -15.111151401698631, -0.22330757889265573,
             0.002964601375647616, 0.0023784717395948095, -0.000029658956854023756, 0.00004366244043351563),
        Body(15.379697114850917, -25.919314609987964, 0.17925877295037118,
             0.0026806777249038932, 0.001628241700382423, -0.00009515922545197159, 0.00005151389020466115),
    ]


def energy(bodies):
    e = 0.0
    for i, a in enumerate(bodies):
        e += 0.5 * a.mass * (a.vx ** 2 + a.vy ** 2 + a.vz ** 2)
        for b in bodies[i + 1:]:
            e -= a.mass * b.mass / math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
    return e


def advance(bodies, dt, steps):
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            d2 = dx * dx + dy * dy + dz * dz
            mag = dt / (d2 * math.sqrt(d2))
            am = a.mass * mag
            bm = b.mass * mag
            a.vx -= dx * bm
            a.vy -= dy * bm
            a.vz -= dz * bm
            b.vx += dx * am
            b.vy += dy * am
            b.vz += dz * am
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


def main():
    bodies = system()
    px = sum(b.vx * b.mass for b in bodies)
    py = sum(b.vy * b.mass for b in bodies)
    pz = sum(b.vz * b.mass for b in bodies)
    sun = bodies[0]
    sun.vx, sun.vy, sun.vz = -px / SOLAR, -py / SOLAR, -pz / SOLAR
    print("before %.9f" % energy(bodies))
    advance(bodies, 0.01, 60000)
    print("after  %.9f" % energy(bodies))


if __name__ == "__main__":
    main()
