import multiprocessing as mp
class P(mp.Process):
    def __init__(self, q, x): super().__init__(name='mine', daemon=True); self.q, self.x = q, x
    def run(self): self.q.put((self.name, self.daemon, self.x, mp.current_process() is self))
if __name__ == '__main__':
    q = mp.SimpleQueue(); p = P(q, [1, 2]); p.start(); print(q.get()); p.join(); print(p.exitcode)
