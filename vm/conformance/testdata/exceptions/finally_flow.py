# finally with return, break, continue, and exceptions: what wins
def f1():
    try:
        return "try"
    finally:
        print("cleanup")
def f2():
    try:
        return "try"
    finally:
        return "finally"
def f3():
    try:
        raise ValueError
    finally:
        return "swallowed"
def f4():
    for i in range(3):
        try:
            continue
        finally:
            print("c", i)
    return "done"
def f5():
    for i in range(3):
        try:
            break
        finally:
            print("b", i)
    return i
def f6():
    while True:
        try:
            raise KeyError
        finally:
            break
    return "broke out"
def f7():
    for i in range(2):
        try:
            1 / 0
        finally:
            continue
    return "continued"
def f8():
    try:
        try:
            return "inner"
        finally:
            print("inner finally")
    finally:
        print("outer finally")
def f9():
    x = 1
    try:
        return x
    finally:
        x = 2
def f10():
    l = []
    try:
        return l
    finally:
        l.append("mutated")
def f11():
    try:
        raise ValueError("first")
    finally:
        try:
            raise KeyError("second")
        except KeyError:
            print("handled")
def f12():
    for i in range(5):
        try:
            if i == 2: return i
        finally:
            if i == 2: continue
    return "after loop"
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f12):
    print(f.__name__, f())
try:
    f11()
except ValueError as e:
    print(e, e.__context__)
