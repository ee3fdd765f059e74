try:
    n += 1
except NameError:
    n = 1
print("counter loaded, n =", n)
