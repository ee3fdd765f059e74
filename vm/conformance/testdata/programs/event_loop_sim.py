# A bank of elevators simulated by generators
def elevator(name, floors):
    floor, stops, moved = 0, [], 0
    while True:
        cmd = yield (name, floor, tuple(stops))
        match cmd:
            case ("call", f) if f not in range(floors): raise ValueError(f"no floor {f}")
            case ("call", f) if f not in stops: stops.append(f)
            case ("tick",):
                if stops:
                    t = stops[0]
                    if floor == t: stops.pop(0)
                    else: floor += 1 if t > floor else -1; moved += 1
            case ("stop",): return moved
class Building:
    def __init__(self, n, floors):
        self.cars = {f"E{i}": elevator(f"E{i}", floors) for i in range(n)}
        self.state = {k: next(g) for k, g in self.cars.items()}
    def send(self, k, *cmd): self.state[k] = self.cars[k].send(cmd)
    def call(self, floor):
        k = min(self.state, key=lambda k: (len(self.state[k][2]), abs(self.state[k][1] - floor), k))
        self.send(k, "call", floor)
        return k
    def tick(self):
        for k in self.cars: self.send(k, "tick")
    def idle(self): return not any(s[2] for s in self.state.values())
    def close(self):
        out = {}
        for k, g in self.cars.items():
            try: g.send(("stop",))
            except StopIteration as e: out[k] = e.value
        return out
b = Building(2, 10)
print([b.call(f) for f in (5, 2, 9, 0, 5)], b.state)
ticks = 0
while not b.idle():
    b.tick()
    ticks += 1
    if ticks % 5 == 0: print(ticks, *(f"{n}@{f}{list(s)}" for n, f, s in b.state.values()))
print(ticks, b.state)
try: b.call(42)
except ValueError as e: print(e)
print({k: v for k, v in b.close().items()} if all(g.gi_frame for g in b.cars.values()) else sorted(k for k, g in b.cars.items() if g.gi_frame is None))
