"""Processes with the interface of threads.

Process starts one; Pipe and Queue join them; Lock, Event and their like keep them
in step; Value, Array and Manager share data; Pool shares out work.
"""

import sys

from . import context

__all__ = [name for name in dir(context._default_context) if not name.startswith('_')]
globals().update((name, getattr(context._default_context, name)) for name in __all__)

SUBDEBUG = 5
SUBWARNING = 25

# A child that is spawned has the main module under this name; pickles may be passed both ways.
if '__main__' in sys.modules:
    sys.modules['__mp_main__'] = sys.modules['__main__']
