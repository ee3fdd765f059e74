"""A scheduler of events: functions to call at given times."""

import heapq
import itertools
import time
from _thread import RLock
from collections import namedtuple
from time import monotonic as _time

__all__ = ['scheduler']

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')
Event.time.__doc__ = 'When the action is to be called, in the numbers of the time function.'
Event.priority.__doc__ = 'Of events at the same time, the one with the lowest number comes first.'
Event.sequence.__doc__ = 'Counts events, so that those equal otherwise keep their order.'
Event.action.__doc__ = 'action(*argument, **kwargs) is called.'
Event.argument.__doc__ = 'Positional arguments.'
Event.kwargs.__doc__ = 'Keyword arguments.'

_sentinel = object()


class scheduler:
    """timefunc() tells the time, delayfunc(n) waits for n of its units."""

    def __init__(self, timefunc=_time, delayfunc=time.sleep):
        self._queue = []
        self._lock = RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._sequence_generator = itertools.count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_sentinel):
        """Add an event at an absolute time; returns it, for cancel()."""
        if kwargs is _sentinel:
            kwargs = {}
        with self._lock:
            event = Event(time, priority, next(self._sequence_generator), action, argument, kwargs)
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_sentinel):
        """Add an event after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Take an event out; ValueError when it is not there."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        """True when no event is left."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Call what is due and wait for the rest; without blocking, return the time until the next event."""
        queue = self._queue
        while True:
            with self._lock:
                if not queue:
                    break
                event = queue[0]
                now = self.timefunc()
                due = event.time <= now
                if due:
                    heapq.heappop(queue)
            if not due:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)       # let others run

    @property
    def queue(self):
        """The events in the order in which they will run."""
        with self._lock:
            events = self._queue[:]
        return [heapq.heappop(events) for _ in range(len(events))]
