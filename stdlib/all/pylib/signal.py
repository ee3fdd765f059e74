"""Signals and their handlers, which run in the main thread."""

import _signal
from _signal import (ItimerError, alarm, default_int_handler, getitimer, pause, pidfd_send_signal, pthread_kill, raise_signal,
                     set_wakeup_fd, setitimer, siginterrupt, sigtimedwait, sigwaitinfo, strsignal, struct_siginfo,
                     NSIG, ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF)
from enum import IntEnum as _IntEnum

_names = vars(_signal)
_IntEnum._convert_('Signals', __name__,
                   lambda name: name.isupper() and name.startswith('SIG') and not name.startswith('SIG_'), source=_signal)
_IntEnum._convert_('Handlers', __name__, lambda name: name in ('SIG_DFL', 'SIG_IGN'), source=_signal)
_IntEnum._convert_('Sigmasks', __name__, lambda name: name in ('SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK'), source=_signal)
Signals, Handlers, Sigmasks = globals()['Signals'], globals()['Handlers'], globals()['Sigmasks']


def _member(value, kind):
    """The enum's member for a number that has one."""
    if not isinstance(value, int):
        return value
    try:
        return kind(value)
    except (ValueError, TypeError):
        return value


def _number(value):
    return int(value) if isinstance(value, (Signals, Handlers, Sigmasks)) else value


def _signals(numbers):
    return set(_member(n, Signals) for n in numbers)


def signal(signalnum, handler):
    """Set what a signal does: a function of its number and the interrupted frame, SIG_DFL or SIG_IGN."""
    return _member(_signal.signal(_number(signalnum), _number(handler)), Handlers)


def getsignal(signalnum):
    """What a signal does at present."""
    return _member(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    """Change which signals are held back; gives those that were."""
    return _signals(_signal.pthread_sigmask(_number(how), mask))


def sigpending():
    """The signals that have come while they were held back."""
    return _signals(_signal.sigpending())


def sigwait(sigset):
    """Wait for one of the given signals."""
    return _member(_signal.sigwait(sigset), Signals)


def valid_signals():
    """All signals of this system."""
    return _signals(_signal.valid_signals())
