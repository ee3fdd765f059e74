"""Floating point: integration, a logistic map, Newton's method and the Mandelbrot set."""

import math


def integrate(n):
    h = 1.0 / n
    total = 0.0
    for i in range(n):
        x = (i + 0.5) * h
        total += 4.0 / (1.0 + x * x)
    return total * h


def logistic(n):
    x = 0.4
    s = 0.0
    for _ in range(n):
        x = 3.7 * x * (1.0 - x)
        s += x
    return s


def newton(n):
    s = 0.0
    for k in range(1, n):
        x = float(k)
        for _ in range(6):
            x = 0.5 * (x + k / x)
        s += x - math.sqrt(k)
    return s


def mandelbrot(width, height, limit):
    inside = 0
    for row in range(height):
        ci = 2.0 * row / height - 1.0
        for col in range(width):
            cr = 3.0 * col / width - 2.0
            zr = zi = 0.0
            for _ in range(limit):
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
            else:
                inside += 1
    return inside


def main():
    print("pi    %.12f" % integrate(1500000))
    print("logistic %.6f" % (logistic(1500000) / 1500000))
    print("newton %.6f" % newton(60000))
    print("mandelbrot", mandelbrot(180, 120, 80))


if __name__ == "__main__":
    main()
