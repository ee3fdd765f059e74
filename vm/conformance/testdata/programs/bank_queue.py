# A discrete event simulation with heapq, classes and a seeded random generator
import heapq, random
class Customer:
    def __init__(self, n, arrives, needs): self.n, self.arrives, self.needs = n, arrives, needs
    def __repr__(self): return f"#{self.n}@{self.arrives}"
class Bank:
    def __init__(self, tellers):
        self.free, self.queue, self.events, self.log, self.waits = tellers, [], [], [], []
    def at(self, time, action, *args): heapq.heappush(self.events, (time, len(self.log) + len(self.events), action, args))
    def arrive(self, t, c):
        self.queue.append(c)
        self.start(t)
    def start(self, t):
        while self.free and self.queue:
            c = self.queue.pop(0)
            self.free -= 1
            self.waits.append(t - c.arrives)
            self.log.append((t, "serve", c))
            self.at(t + c.needs, self.leave, c)
    def leave(self, t, c):
        self.free += 1
        self.log.append((t, "leave", c))
        self.start(t)
    def run(self):
        while self.events:
            t, _, action, args = heapq.heappop(self.events)
            action(t, *args)
rng = random.Random(42)
bank, t = Bank(2), 0
for n in range(12):
    t += rng.randint(1, 5)
    bank.at(t, bank.arrive, Customer(n, t, rng.randint(2, 9)))
bank.run()
for entry in bank.log: print(*entry)
print(sum(bank.waits), max(bank.waits))
