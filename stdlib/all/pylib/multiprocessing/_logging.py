"""As much of logging as this package's messages need, where there is no logging."""

import sys

_LEVELS = {'CRITICAL': 50, 'ERROR': 40, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}
_names = {number: name for name, number in _LEVELS.items()}
_loggers = {}
globals().update(_LEVELS)


def addLevelName(level, name):
    """Name a level."""
    _names[level] = name


def getLevelName(level):
    """A level's name."""
    return _names.get(level, f'Level {level}')


class Formatter:
    """The form of a message."""

    def __init__(self, fmt='%(message)s'):
        self._fmt = fmt

    def format(self, facts):
        """The message's text."""
        return self._fmt % facts


class StreamHandler:
    """Writes messages to standard error or another stream."""

    def __init__(self, stream=None):
        self.stream = sys.stderr if stream is None else stream
        self.formatter = Formatter()

    def setFormatter(self, formatter):
        """Set the form of the messages."""
        self.formatter = formatter

    def emit(self, facts):
        """Write a message."""
        self.stream.write(self.formatter.format(facts) + '\n')
        self.stream.flush()


class Logger:
    """Hands messages of its level or more to its handlers."""

    def __init__(self, name):
        self.name = name
        self.level = 0
        self.handlers = []
        self.propagate = 0

    def setLevel(self, level):
        """Set the level below which messages are dropped."""
        self.level = _LEVELS[level] if isinstance(level, str) else level

    def getEffectiveLevel(self):
        """The level, WARNING if it is not set."""
        return self.level or 30

    def addHandler(self, handler):
        """Add a handler."""
        self.handlers.append(handler)

    def removeHandler(self, handler):
        """Remove a handler."""
        if handler in self.handlers:
            self.handlers.remove(handler)

    def isEnabledFor(self, level):
        """Whether messages of the level are shown."""
        return level >= self.getEffectiveLevel()

    def log(self, level, msg, *args, exc_info=None, stacklevel=1):
        """Show a message of the level."""
        if not self.isEnabledFor(level):
            return
        from .process import current_process
        text = str(msg) % args if args else str(msg)
        if exc_info:
            import traceback
            text += '\n' + traceback.format_exc().rstrip()
        facts = {'levelname': getLevelName(level), 'processName': current_process().name, 'message': text, 'name': self.name}
        for h in self.handlers:
            h.emit(facts)

    def debug(self, msg, *args, **kw):
        """Show a message of level DEBUG."""
        self.log(10, msg, *args, **kw)

    def info(self, msg, *args, **kw):
        """Show a message of level INFO."""
        self.log(20, msg, *args, **kw)

    def warning(self, msg, *args, **kw):
        """Show a message of level WARNING."""
        self.log(30, msg, *args, **kw)

    def error(self, msg, *args, **kw):
        """Show a message of level ERROR."""
        self.log(40, msg, *args, **kw)

    def critical(self, msg, *args, **kw):
        """Show a message of level CRITICAL."""
        self.log(50, msg, *args, **kw)

    def exception(self, msg, *args, **kw):
        """Show an error with the traceback."""
        self.log(40, msg, *args, exc_info=True, **kw)


def getLogger(name='root'):
    """The logger of that name."""
    if name not in _loggers:
        _loggers[name] = Logger(name)
    return _loggers[name]
