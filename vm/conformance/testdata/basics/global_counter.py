# Module state changed from functions, methods, comprehensions, nested functions and exec
count = 0
def bump(by=1):
    global count
    count += by
    return count
class K:
    def go(self): return bump(10)
print(bump(), K().go(), [bump() for _ in range(3)], (lambda: bump(100))(), count)
def outer():
    def inner():
        global count
        count = 0
    inner()
    return count
print(outer())
exec("count = 42")
print(count, bump())
globals()["count"] = 7
print(bump())
def local_shadow():
    count = "local"
    return count, globals()["count"]
print(local_shadow())
def make():
    global made
    made = [1]
    def more(): made.append(2)
    more()
make()
print(made)
