# if/elif/else, conditional expressions, short circuits, constant conditions
def kind(n):
    if n < 0: return "neg"
    elif n == 0: return "zero"
    elif n < 10:
        if n % 2: return "small odd"
        else: return "small even"
    elif n is None: return "never"
    else: return "big"
print([kind(n) for n in (-5, 0, 3, 4, 100)])
if 0: print("no")
elif "": print("no")
elif []: print("no")
elif None: print("no")
else: print("all false")
if 1: print("const true")
if not 0 and not "": print("not chain")
if (1 and 0) or (1 and 2): print("grouped")
x = 5
print("a" if x > 3 else "b", "a" if x > 9 else "b" if x > 4 else "c", (1 if x else 2) + 1, 1 if x else 2 + 1, [1 if x else 2, 3], {1 if x else 2: 3 if not x else 4}, (lambda: 1 if x else 2)())
log = []
def t(v, n):
    log.append(n)
    return v
if t(0, 1) and t(1, 2) or t(1, 3) and not t(0, 4): log.append("body")
print(log)
log.clear()
r = t(0, "a") or t("", "b") or t("last", "c") or t(1, "d")
print(r, log)
r = t(1, "e") and t([], "f") and t(1, "g")
print(r, log)
if True:
    if False: pass
    else:
        if True: print("deep")
pass
if x == 5 and \
   x != 6: print("continued")
if x in (1, 5) and x not in [6] and x is not None and not x is None: print("operators")
def nothing():
    if 0: return 1
print(nothing())
while 0: pass
if __debug__: print("debug")
def const():
    if 1: return "one"
    return "two"
print(const(), 1 if "" else 2 if () else 3 if {} else 4)
y = None if x else x
print(y, y or x, y and x, not y, not not x)
