"""What the scripts here see of processes from outside, and how they wait for it: for a state, never for a time."""
import os
import signal
import time

PATIENCE = 60   # seconds: long beside what anything takes on a machine that is busy with others


def until(condition):
    """Wait for a condition; its value, at last."""
    end = time.monotonic() + PATIENCE
    while not (value := condition()) and time.monotonic() < end:
        time.sleep(0.01)
    return value


def _stat(path):
    # The fields of a stat file from the state on; None when there is none any more.
    try:
        with open(path) as f:
            return f.read().rpartition(')')[2].split()
    except OSError:
        return None


def _all():
    for name in os.listdir('/proc'):
        if name.isdigit() and (fields := _stat(f'/proc/{name}/stat')):
            state, parent, group, session = fields[0], *map(int, fields[1:4])
            yield int(name), state, parent, session


def members(session):
    """The living processes of a session."""
    return [pid for pid, state, _, its in _all() if its == session and state not in 'ZX']


def children(parent):
    """The living children of a process."""
    return [pid for pid, state, its, _ in _all() if its == parent and state not in 'ZX']


def zombies(parent):
    """The children of a process that have ended and have not been waited for."""
    return [pid for pid, state, its, _ in _all() if its == parent and state == 'Z']


def threads(pid):
    """The states of a process's threads; none of one that has ended."""
    try:
        names = os.listdir(f'/proc/{pid}/task')
    except OSError:
        return []
    return [fields[0] for name in names if (fields := _stat(f'/proc/{pid}/task/{name}/stat'))]


def stop(pid):
    """Stop a process. The signal is in force when it has reached every thread: until then some run on."""
    os.kill(pid, signal.SIGSTOP)
    until(lambda: all(state in 'TZX' for state in threads(pid)))


def go_on(pid):
    """Let a stopped process go on."""
    os.kill(pid, signal.SIGCONT)


def at_rest(pid):
    """Whether a process does nothing for a while but wait."""
    for _ in range(10):
        if not all(state in 'SZX' for state in threads(pid)):
            return False
        time.sleep(0.02)
    return True
