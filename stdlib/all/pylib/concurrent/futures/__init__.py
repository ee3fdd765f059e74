"""Calls that run elsewhere, in threads or processes, and the futures that will hold their results."""

from concurrent.futures._base import (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, CancelledError, TimeoutError,
                                      InvalidStateError, BrokenExecutor, Future, Executor, wait, as_completed)

__all__ = ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'CancelledError', 'TimeoutError', 'BrokenExecutor',
           'Future', 'Executor', 'wait', 'as_completed', 'ProcessPoolExecutor', 'ThreadPoolExecutor')

# The two executors bring a good deal with them: imported when they are asked for.
_homes = {'ProcessPoolExecutor': 'process', 'ThreadPoolExecutor': 'thread'}


def __getattr__(name):
    if name not in _homes:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from importlib import import_module
    executor = getattr(import_module('concurrent.futures.' + _homes[name]), name)
    globals()[name] = executor
    return executor


def __dir__():
    return __all__ + ('__author__', '__doc__')
