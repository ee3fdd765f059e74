"""An operating system simulation: tasks with states, queues of packets, priorities and devices."""


class Packet:
    def __init__(self, kind, owner, data):
        self.kind = kind
        self.owner = owner
        self.data = data
        self.next = None


class Queue:
    def __init__(self):
        self.head = self.tail = None
        self.length = 0

    def put(self, packet):
        packet.next = None
        if self.tail is None:
            self.head = packet
        else:
            self.tail.next = packet
        self.tail = packet
        self.length += 1

    def get(self):
        packet = self.head
        if packet is None:
            return None
        self.head = packet.next
        if self.head is None:
            self.tail = None
        self.length -= 1
        return packet


class Task:
    def __init__(self, scheduler, name, priority):
        self.scheduler = scheduler
        self.name = name
        self.priority = priority
        self.queue = Queue()
        self.waiting = True
        self.runs = 0
        scheduler.add(self)

    def ready(self):
        return not self.waiting or self.queue.head is not None

    def step(self):
        self.runs += 1
        self.run(self.queue.get())

    def run(self, packet):
        raise NotImplementedError

    def send(self, name, packet):
        self.scheduler.deliver(name, packet)


class Worker(Task):
    def __init__(self, scheduler, name, priority, device):
        super().__init__(scheduler, name, priority)
        self.device = device
        self.sum = 0

    def run(self, packet):
        if packet is None:
            self.waiting = True
            return
        for value in packet.data:
            self.sum = (self.sum * 31 + value) % 65521
        packet.data = [(v * 5 + 1) % 256 for v in packet.data]
        if packet.kind == "work":
            packet.kind = "io"
            self.send(self.device, packet)
        else:
            packet.kind = "work"
            self.send(packet.owner, packet)


class Device(Task):
    def __init__(self, scheduler, name, priority):
        super().__init__(scheduler, name, priority)
        self.busy = 0
        self.pending = None

    def run(self, packet):
        if self.pending is None:
            if packet is None:
                self.waiting = True
                return
            self.pending = packet
            self.busy = 3
            self.waiting = False
            return
        if packet is not None:
            self.queue.put(packet)
        self.busy -= 1
        if self.busy == 0:
            done, self.pending = self.pending, None
            self.send(done.owner, done)


class Idle(Task):
    def __init__(self, scheduler, name, priority, count):
        super().__init__(scheduler, name, priority)
        self.count = count
        self.control = 1
        self.waiting = False

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            self.scheduler.stop()
        elif self.control & 1:
            self.control = (self.control >> 1) ^ 0xD008
            self.send("worker0", Packet("work", "worker1", [self.control & 255] * 4))
        else:
            self.control >>= 1
            if self.count % 64 == 0:
                self.send("worker1", Packet("io", "worker0", [1, 2, 3, 4]))


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.by_name = {}
        self.running = True
        self.steps = 0

    def add(self, task):
        self.by_name[task.name] = task
        self.tasks.append(task)
        self.tasks.sort(key=lambda t: -t.priority)

    def deliver(self, name, packet):
        if packet.data[0] % 16 == 0:
            return
        self.by_name[name].queue.put(packet)

    def stop(self):
        self.running = False

    def loop(self):
        while self.running:
            for task in self.tasks:
                if task.ready():
                    task.step()
                    self.steps += 1
                    break


def main():
    scheduler = Scheduler()
    Idle(scheduler, "idle", 0, 22000)
    Worker(scheduler, "worker0", 10, "disk")
    Worker(scheduler, "worker1", 20, "net")
    Device(scheduler, "disk", 50)
    Device(scheduler, "net", 60)
    scheduler.loop()
    print("steps", scheduler.steps)
    for task in scheduler.tasks:
        print(task.name, task.runs, task.queue.length, getattr(task, "sum", "-"))


if __name__ == "__main__":
    main()
