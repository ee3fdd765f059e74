# A typical program: constants, functions, a class, main() and the guard
import sys
LIMIT = 5
class Task:
    """A unit of work."""
    created = 0
    def __init__(self, title, cost=1):
        self.title, self.cost, self.done = title, cost, False
        Task.created += 1
    def finish(self):
        if self.done: raise RuntimeError(f"{self.title} is already done")
        self.done = True
        return self
    def __str__(self): return f"[{'x' if self.done else ' '}] {self.title} ({self.cost})"
def plan(tasks, budget):
    """Pick the cheapest tasks that fit the budget."""
    chosen = []
    for t in sorted(tasks, key=lambda t: (t.cost, t.title)):
        if t.cost <= budget:
            chosen.append(t)
            budget -= t.cost
    return chosen, budget
def main(argv):
    tasks = [Task("write", 3), Task("test", 2), Task("ship"), Task("rest", 9)]
    chosen, left = plan(tasks, LIMIT)
    for t in chosen: print(t.finish())
    print("left:", left, "open:", ", ".join(t.title for t in tasks if not t.done), "made:", Task.created)
    try: chosen[0].finish()
    except RuntimeError as e: print("error:", e)
    print(plan.__doc__, Task.__doc__, len(argv))
    return 0
if __name__ == "__main__":
    code = main(sys.argv[1:])
    print("exit", code)
