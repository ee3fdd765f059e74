"""Thread-local data: one name, a value of its own in each thread.

    minipy examples/threads/local_data.py

Functions deep down can use what belongs to the current request without a parameter in every function between,
and without a lock: no other thread sees it.
"""

import threading

request = threading.local()
answers = []


def log(what):
    answers.append(f"{request.user}: {what}")


def work():
    log("begins")
    request.steps += 1
    log(f"ends after {request.steps} step")


def handle(user):
    request.user = user
    request.steps = 0
    work()


threads = [threading.Thread(target=handle, args=(user,)) for user in ("ada", "bob", "cleo")]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*sorted(answers), sep="\n")
print("in the main thread:", vars(request))


class Numbered(threading.local):
    """A subclass is initialised anew in each thread that uses it."""

    def __init__(self, start):
        self.next = start

    def take(self):
        self.next += 1
        return self.next - 1


numbers = Numbered(100)
print("main:", numbers.take(), numbers.take())
t = threading.Thread(target=lambda: print("other:", numbers.take()))
t.start()
t.join()
print("main:", numbers.take())
