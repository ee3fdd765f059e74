"""A small ray tracer: spheres and a checkered floor, shadows and reflections."""

import math


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def scale(self, k):
        return Vector(self.x * k, self.y * k, self.z * k)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return math.sqrt(self.dot(self))

    def normalise(self):
        return self.scale(1.0 / self.length())

    def reflect(self, normal):
        return self - normal.scale(2 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction.normalise()

    def at(self, t):
        return self.origin + self.direction.scale(t)


class Sphere:
    def __init__(self, centre, radius, colour, shine):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.shine = shine

    def hit(self, ray):
        to = self.centre - ray.origin
        along = to.dot(ray.direction)
        d = self.radius * self.radius - (to.dot(to) - along * along)
        if d < 0:
            return None
        t = along - math.sqrt(d)
        return t if t > 1e-6 else None

    def normal(self, point):
        return (point - self.centre).normalise()

    def colour_at(self, point):
        return self.colour


class Floor:
    shine = 0.1

    def hit(self, ray):
        if ray.direction.y >= -1e-6:
            return None
        t = (-1 - ray.origin.y) / ray.direction.y
        return t if t > 1e-6 else None

    def normal(self, point):
        return Vector(0, 1, 0)

    def colour_at(self, point):
        if (math.floor(point.x) + math.floor(point.z)) % 2 == 0:
            return Vector(0.9, 0.9, 0.9)
        return Vector(0.1, 0.1, 0.1)


class Scene:
    def __init__(self):
        self.things = []
        self.light = Vector(5, 8, -5)

    def add(self, thing):
        self.things.append(thing)

    def nearest(self, ray):
        best = None
        for thing in self.things:
            t = thing.hit(ray)
            if t is not None and (best is None or t < best[0]):
                best = (t, thing)
        return best

    def trace(self, ray, depth=0):
        found = self.nearest(ray)
        if found is None:
            return Vector(0.5, 0.7, 1.0).scale(0.5 + 0.5 * ray.direction.y)
        t, thing = found
        point = ray.at(t)
        normal = thing.normal(point)
        to_light = (self.light - point).normalise()
        brightness = 0.2
        if self.nearest(Ray(point + normal.scale(1e-4), to_light)) is None:
            brightness += max(0.0, normal.dot(to_light)) * 0.8
        colour = thing.colour_at(point).scale(brightness)
        if thing.shine and depth < 3:
            mirrored = Ray(point + normal.scale(1e-4), ray.direction.reflect(normal))
            colour = colour.scale(1 - thing.shine) + self.trace(mirrored, depth + 1).scale(thing.shine)
        return colour


def render(scene, width, height):
    rows = []
    eye = Vector(0, 0.5, -4)
    for y in range(height):
        row = []
        for x in range(width):
            direction = Vector((x - width / 2) / width * 2, (height / 2 - y) / height * 1.2, 1.5)
            row.append(scene.trace(Ray(eye, direction)))
        rows.append(row)
    return rows


def main():
    scene = Scene()
    scene.add(Floor())
    scene.add(Sphere(Vector(0, 0, 1), 1, Vector(1, 0.2, 0.2), 0.3))
    scene.add(Sphere(Vector(-1.5, -0.4, 0), 0.6, Vector(0.2, 1, 0.2), 0.5))
    scene.add(Sphere(Vector(1.5, -0.5, 0), 0.5, Vector(0.2, 0.2, 1), 0.0))
    image = render(scene, 170, 120)
    ramp = " .:-=+*#%@"
    for row in image[::10]:
        print("".join(ramp[min(9, int((c.x + c.y + c.z) / 3 * 10))] for c in row[::3]))
    print("sum %.6f" % sum(c.x + c.y + c.z for row in image for c in row))


if __name__ == "__main__":
    main()
