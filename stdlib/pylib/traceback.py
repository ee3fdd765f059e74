"""Tracebacks and exceptions as text."""

import _collections_abc
import linecache
import sys
from itertools import islice

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']


# The functions: each makes a summary and shows it

def print_list(extracted_list, file=None):
    """Print what extract_tb() or extract_stack() returned."""
    if file is None:
        file = sys.stderr
    for item in StackSummary.from_list(extracted_list).format():
        print(item, file=file, end='')


def format_list(extracted_list):
    """A list of strings, one for each entry."""
    return StackSummary.from_list(extracted_list).format()


def print_tb(tb, limit=None, file=None):
    """Print up to limit entries of a traceback, the last ones when limit is negative."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def extract_tb(tb, limit=None):
    """The entries of a traceback, as a StackSummary."""
    return StackSummary._extract_from_extended_frame_gen(_walk_tb_with_full_positions(tb), limit=limit)


_cause_message = '\nThe above exception was the direct cause of the following exception:\n\n'
_context_message = '\nDuring handling of the above exception, another exception occurred:\n\n'


class _Sentinel:

    def __repr__(self):
        return '<implicit>'


_sentinel = _Sentinel()


def _parse_value_tb(exc, value, tb):
    """(exception, traceback) from either way to call: with the exception, or with type, value and traceback."""
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    """Print an exception with its traceback, and with chain those that led to it."""
    value, tb = _parse_value_tb(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    """What print_exception() prints, as a list of strings."""
    value, tb = _parse_value_tb(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def format_exception_only(exc, /, value=_sentinel):
    """The lines that say what exception it is, without traceback."""
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def _format_final_exc_line(etype, value):
    text = _safe_string(value, 'exception')
    if value is None or not text:
        return '%s\n' % etype
    return '%s: %s\n' % (etype, text)


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f'<{what} {func.__name__}() failed>'


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as one string."""
    return ''.join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Print the last exception that reached the interactive prompt."""
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def print_stack(f=None, limit=None, file=None):
    """Print the stack from frame f, by default the caller's."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def format_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def extract_stack(f=None, limit=None):
    """The entries of a stack, the oldest first."""
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def clear_frames(tb):
    """Drop the local variables of all frames in a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass        # still running
        tb = tb.tb_next


def walk_stack(f):
    """Yield (frame, line number) from f outwards. Without f, for use as the argument of StackSummary.extract(),
    from extract()'s caller."""
    if f is None:
        f = sys._getframe().f_back.f_back.f_back.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yield (frame, line number) for each entry of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_tb_with_full_positions(tb):
    """Yield (frame, (line, end line, column, end column))."""
    while tb is not None:
        positions = _get_code_position(tb.tb_frame.f_code, tb.tb_lasti)
        if positions[0] is None:
            positions = (tb.tb_lineno,) + tuple(positions[1:])
        yield tb.tb_frame, positions
        tb = tb.tb_next


def _get_code_position(code, instruction_index):
    if instruction_index < 0:
        return None, None, None, None
    return next(islice(code.co_positions(), instruction_index // 2, None), (None, None, None, None))


# Frames

class FrameSummary:
    """One entry: filename, lineno, name, and line, the source, looked up when first asked for."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = {k: _safe_string(v, 'local', func=repr) for k, v in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno and self.name == other.name
                    and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()


_RECURSIVE_CUTOFF = 3       # how often the same entry is shown in a row


class StackSummary(list):
    """A list of FrameSummary objects."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Make one from an iterable of (frame, line number)."""
        def extended_frame_gen():
            for f, lineno in frame_gen:
                yield f, (lineno, None, None, None)
        return klass._extract_from_extended_frame_gen(extended_frame_gen(), limit=limit, lookup_lines=lookup_lines,
                                                      capture_locals=capture_locals)

    @classmethod
    def _extract_from_extended_frame_gen(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, 'tracebacklimit', None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            if limit >= 0:
                frame_gen = islice(frame_gen, limit)
            else:
                from collections import deque
                frame_gen = deque(frame_gen, maxlen=-limit)
        result = klass()
        names = set()
        for f, (lineno, end_lineno, colno, end_colno) in frame_gen:
            code = f.f_code
            filename = code.co_filename
            if filename not in names:
                names.add(filename)
                linecache.lazycache(filename, f.f_globals)
            result.append(FrameSummary(filename, lineno, code.co_name, lookup_line=False,
                                       locals=f.f_locals if capture_locals else None, end_lineno=end_lineno,
                                       colno=colno, end_colno=end_colno))
        for filename in names:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Make one from FrameSummary objects or (filename, lineno, name, line) tuples."""
        result = StackSummary()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        """The lines for one entry: where, the source line, marks under it. None leaves the entry out."""
        row = [f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n']
        if frame_summary.line:
            row.append(f'    {frame_summary.line.strip()}\n')
            marks = _marks(frame_summary)
            if marks:
                row.append(marks)
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                row.append(f'    {name} = {value}\n')
        return ''.join(row)

    def format(self):
        """A list of strings, one for each entry; long runs of the same entry are cut short."""
        result = []
        previous = None
        count = 0
        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            where = summary.filename, summary.lineno, summary.name
            if where != previous or None in where:
                if count > _RECURSIVE_CUTOFF:
                    result.append(_repeated(count))
                previous = where
                count = 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        if count > _RECURSIVE_CUTOFF:
            result.append(_repeated(count))
        return result


def _repeated(count):
    count -= _RECURSIVE_CUTOFF
    return f'  [Previous line repeated {count} more time{"s" if count > 1 else ""}]\n'


# The marks under a source line: ^^^^ under the expression that failed; where that is a binary operation or a
# subscription, ~ under the operands and ^ under the operator or the brackets.

def _marks(summary):
    colno, end_colno = summary.colno, summary.end_colno
    if colno is None or end_colno is None:
        return None
    line = summary._original_line
    stripped = summary.line.strip()
    start = _byte_offset_to_character_offset(line, colno)
    end = _byte_offset_to_character_offset(line, end_colno)
    segment = line[start:end]
    anchors = None
    if summary.lineno == summary.end_lineno:
        try:
            anchors = _extract_caret_anchors_from_line_segment(segment)
        except Exception:
            pass        # marks are a help, not worth an error
    else:
        end = len(line.rstrip())
    if end - start >= len(stripped) and not (anchors and anchors.right_start_offset > anchors.left_end_offset):
        return None     # they would be under the whole line
    indent = len(line) - len(line.lstrip())
    first = _display_width(line, start)
    last = _display_width(line, end)
    margin = '    ' + ' ' * (first - _display_width(line, indent))
    if not anchors:
        return margin + '^' * (last - first) + '\n'
    left = _display_width(segment, anchors.left_end_offset)
    right = _display_width(segment, anchors.right_start_offset)
    return (margin + anchors.primary_char * left + anchors.secondary_char * (right - left)
            + anchors.primary_char * (last - first - right) + '\n')


def _byte_offset_to_character_offset(str, offset):
    if str.isascii():
        return offset
    return len(str.encode('utf-8')[:offset].decode('utf-8', errors='replace'))


def _display_width(line, offset):
    """How many columns a terminal takes for the first offset characters."""
    if line.isascii():
        return offset
    try:
        from unicodedata import east_asian_width
    except ImportError:
        return offset
    return sum([2 if east_asian_width(char) in 'WF' else 1 for char in line[:offset]])


class _Anchors:
    """Where the operator begins and the right operand's marks start again, in a segment of source."""

    __slots__ = ('left_end_offset', 'right_start_offset', 'primary_char', 'secondary_char')

    def __init__(self, left_end_offset, right_start_offset, primary_char='~', secondary_char='^'):
        self.left_end_offset = left_end_offset
        self.right_start_offset = right_start_offset
        self.primary_char = primary_char
        self.secondary_char = secondary_char


# How tightly the binary operators bind.
_BINARY = {'|': 1, '^': 2, '&': 3, '<<': 4, '>>': 4, '+': 5, '-': 5, '*': 6, '/': 6, '//': 6, '%': 6, '@': 6, '**': 8}
_CLOSERS = {'(': ')', '[': ']', '{': '}'}
_NOT_BINARY = frozenset(['and', 'or', 'not', 'if', 'else', 'in', 'is', 'for', 'async', 'lambda', 'yield', 'from'])


def _string_end(text, start):
    """The end of the string literal whose quote is at start."""
    quote = text[start]
    if text.startswith(quote * 3, start):
        quote = quote * 3
    at = start + len(quote)
    while at < len(text):
        if text[at] == '\\':
            at += 2
        elif text.startswith(quote, at):
            return at + len(quote)
        else:
            at += 1
    raise ValueError('unterminated string')


def _group_end(text, start):
    """The place behind the bracket that closes the one at start."""
    expected = []
    at = start
    while at < len(text):
        char = text[at]
        if char in '\'"':
            at = _string_end(text, at)
            continue
        if char in '([{':
            expected.append(_CLOSERS[char])
        elif char in ')]}':
            if expected.pop() != char:
                raise ValueError('unbalanced brackets')
            if not expected:
                return at + 1
        elif char == '#':
            raise ValueError('comment')
        at += 1
    raise ValueError('unbalanced brackets')


def _tokens(text):
    """Yield (kind, text, position, end) for what stands outside of brackets; a bracketed part is one token."""
    at = 0
    size = len(text)
    while at < size:
        char = text[at]
        start = at
        if char.isspace() or char == '\\':
            at += 1
            continue
        if char in '\'"':
            at = _string_end(text, at)
            kind = 'str'
        elif char in '([{':
            at = _group_end(text, at)
            kind = 'group'
        elif char.isdigit() or char == '.' and text[at + 1:at + 2].isdigit():
            at += 1
            hexadecimal = text[start:start + 2] in ('0x', '0X')
            while at < size and (text[at].isalnum() or text[at] in '._'
                                 or text[at] in '+-' and text[at - 1] in 'eE' and not hexadecimal):
                at += 1
            kind = 'number'
        elif char.isidentifier():
            while at < size and (text[at].isalnum() or text[at] == '_'):
                at += 1
            kind = 'name'
            if at < size and text[at] in '\'"' and at - start <= 2:
                at = _string_end(text, at)
                kind = 'str'
        else:
            pair = text[at:at + 2]
            at += 2 if pair in ('**', '//', '<<', '>>', '<=', '>=', '==', '!=', ':=', '->') else 1
            kind = 'op'
        yield kind, text[start:at], start, at


def _is_plain_group(text):
    """True for parentheses that only group: no tuple, generator or call's arguments."""
    inner = text[1:-1]
    for kind, token, _, _ in _tokens(inner):
        if token == ',' or kind == 'name' and token in ('for', 'yield', 'async'):
            return False
    return bool(inner.strip())


def _operator_end(segment, start, end):
    """Where the marks under the operator at start:end stop. Parentheses around an operand lie between it and the
    operator, and the width is judged by what follows their end: CPython's way, kept for equal output."""
    left = segment[:start].rstrip()
    if left.lstrip()[:1] == '(' and _is_whole_group(left.strip()):
        left = left.rstrip()
        innermost = len(left) - 1
        text = left.strip()
        while True:
            text = text[1:-1].rstrip()
            inner = text.lstrip()
            if not (inner[:1] == '(' and _is_whole_group(inner)):
                break
            innermost = segment.rindex(')', 0, innermost)
            text = inner
        following = segment[innermost + 1:innermost + 2]
        return start + (1 if following.isspace() else 2)
    if end - start == 1:
        rest = segment[end:].rstrip()
        if rest[:1] == '(' and _is_whole_group(rest):
            return end + 1
    return end


def _is_whole_group(text):
    return _group_end(text, 0) == len(text) and _is_plain_group(text)


def _extract_caret_anchors_from_line_segment(segment):
    """The anchors for an expression that is a binary operation or a subscription; None for any other."""
    bare = segment.strip()
    if bare[:1] == '(' and _is_whole_group(bare):
        offset = segment.index('(') + 1
        inner = _extract_caret_anchors_from_line_segment(bare[1:-1])
        if inner is None:
            return None
        return _Anchors(inner.left_end_offset + offset, inner.right_start_offset + offset)
    expecting = True        # an operand or a prefix operator comes next
    prefixed = False        # the first thing was a prefix operator
    first = True
    best = None             # (precedence, position, end) of the operator that is applied last
    trailer = None
    after_dot = False
    for kind, token, start, end in _tokens(segment):
        if after_dot:
            if kind != 'name':
                return None
            after_dot = False
            trailer = None
        elif expecting:
            if kind == 'op':
                if token not in ('+', '-', '~'):
                    return None
                prefixed = prefixed or first
            elif token == 'await' and kind == 'name':
                prefixed = prefixed or first
            elif kind == 'name' and token in _NOT_BINARY:
                return None
            else:
                expecting = False
                trailer = None
        elif kind == 'op':
            if token == '.':
                after_dot = True
                continue
            precedence = _BINARY.get(token)
            if precedence is None:
                return None
            if best is None or precedence < best[0] or precedence == best[0] and token != '**':
                best = precedence, start, end
            expecting = True
        elif kind == 'group':
            if token[0] == '{':
                return None
            trailer = (token[0], start, end)
        elif kind == 'str':
            trailer = None      # implicit concatenation
        else:
            return None
        first = False
    if expecting or after_dot:
        return None
    if best is None:
        if trailer is None or trailer[0] != '[' or prefixed:
            return None
        return _Anchors(trailer[1], trailer[2])
    precedence, start, end = best
    if precedence == 8 and prefixed and segment.lstrip()[:1] in '+-~':
        return None     # -a ** b is a negation
    return _Anchors(start, _operator_end(segment, start, end))


# Exceptions

class _ExceptionPrintContext:

    def __init__(self):
        self.exception_group_depth = 0
        self.need_close = False

    def indent(self):
        return ' ' * (2 * self.exception_group_depth)

    def emit(self, text_gen, margin_char=None):
        """Yield the strings with every line indented to the depth of the group."""
        depth = self.exception_group_depth
        if not depth:
            if isinstance(text_gen, str):
                yield text_gen
            else:
                yield from text_gen
            return
        margin = self.indent() + (margin_char or '|') + ' '
        for text in (text_gen,) if isinstance(text_gen, str) else text_gen:
            yield ''.join([margin + line for line in text.splitlines(True)])


class TracebackException:
    """An exception with all that is needed to show it; keeps no reference to the exception or its frames."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        is_outermost = _seen is None
        if is_outermost:
            _seen = set()
        _seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract_from_extended_frame_gen(
            _walk_tb_with_full_positions(exc_traceback), limit=limit, lookup_lines=lookup_lines,
            capture_locals=capture_locals)
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, 'exception')
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            line, end_line = exc_value.lineno, exc_value.end_lineno
            self.lineno = None if line is None else str(line)
            self.end_lineno = None if end_line is None else str(end_line)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        if lookup_lines:
            self._load_lines()
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if not is_outermost:
            return      # whoever made this one goes on with what hangs on it

        kind = _UncaughtException if isinstance(self, _UncaughtException) else TracebackException

        def summary(e):
            return kind(type(e), e, e.__traceback__, limit=limit, lookup_lines=lookup_lines,
                        capture_locals=capture_locals, max_group_width=max_group_width,
                        max_group_depth=max_group_depth, _seen=_seen)
        queue = [(self, exc_value)]     # instead of recursion: chains can be long
        while queue:
            te, e = queue.pop()
            if e is None:
                continue
            if e.__cause__ is not None and id(e.__cause__) not in _seen:
                te.__cause__ = summary(e.__cause__)
                queue.append((te.__cause__, e.__cause__))
            wanted = not compact or te.__cause__ is None and not e.__suppress_context__
            if wanted and e.__context__ is not None and id(e.__context__) not in _seen:
                te.__context__ = summary(e.__context__)
                queue.append((te.__context__, e.__context__))
            if isinstance(e, BaseExceptionGroup):
                te.exceptions = [summary(inner) for inner in e.exceptions]
                queue.extend(zip(te.exceptions, e.exceptions))

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Make one from an exception; arguments as for the class."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _load_lines(self):
        for frame in self.stack:
            frame.line

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Yield the lines that say what exception it is; for a SyntaxError, where it is too."""
        if self.exc_type is None:
            yield _format_final_exc_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ('__main__', 'builtins'):
            if not isinstance(module, str):
                module = '<unknown>'
            name = module + '.' + name
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _format_final_exc_line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, _collections_abc.Sequence):
            for note in notes:
                for line in _safe_string(note, 'note').split('\n'):
                    yield line + '\n'
        elif notes is not None:
            yield _safe_string(notes, '__notes__', func=repr)

    def _format_syntax_error(self, stype):
        suffix = ''
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            suffix = f' ({self.filename})'
        if self.text is not None:
            whole = self.text.rstrip('\n')
            text = whole.lstrip(' \n\f')
            cut = len(whole) - len(text)
            yield f'    {text}\n'
            if self.offset is not None:
                start = self.offset
                end = self.end_offset if self.end_offset not in (None, 0) else start
                if start == end or end == -1:
                    end = start + 1
                start -= 1 + cut
                end -= 1 + cut
                if start >= 0:
                    space = ''.join([c if c.isspace() else ' ' for c in text[:start]])
                    yield f'    {space}{"^" * (end - start)}\n'
        yield f'{stype}: {self.msg or "<no detail available>"}{suffix}\n'

    def format(self, *, chain=True, _ctx=None):
        """Yield the whole text in pieces, each one or more lines."""
        if _ctx is None:
            _ctx = _ExceptionPrintContext()
        links = []
        exc = self
        while exc is not None:
            message = following = None
            if chain:
                if exc.__cause__ is not None:
                    message, following = _cause_message, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    message, following = _context_message, exc.__context__
            links.append((message, exc))
            exc = following
        for message, exc in reversed(links):
            if message is not None:
                yield from _ctx.emit(message)
            if exc.exceptions is None:
                if exc.stack:
                    yield from _ctx.emit('Traceback (most recent call last):\n')
                    yield from _ctx.emit(exc.stack.format())
                yield from _ctx.emit(exc.format_exception_only())
            elif _ctx.exception_group_depth > self.max_group_depth:
                yield from _ctx.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from self._format_group(exc, chain, _ctx)

    def _format_group(self, exc, chain, ctx):
        outermost = ctx.exception_group_depth == 0
        if outermost:
            ctx.exception_group_depth = 1
        if exc.stack:
            yield from ctx.emit('Exception Group Traceback (most recent call last):\n',
                                margin_char='+' if outermost else None)
            yield from ctx.emit(exc.stack.format())
        yield from ctx.emit(exc.format_exception_only())
        total = len(exc.exceptions)
        shown = total if total <= self.max_group_width else self.max_group_width + 1
        ctx.need_close = False
        for i in range(shown):
            is_last = i == shown - 1
            if is_last:
                ctx.need_close = True       # an inner group that closes last clears it
            truncated = i >= self.max_group_width
            title = '...' if truncated else i + 1
            yield f'{ctx.indent()}{"+-" if i == 0 else "  "}+---------------- {title} ----------------\n'
            ctx.exception_group_depth += 1
            if truncated:
                more = total - self.max_group_width
                yield from ctx.emit(f'and {more} more exception{"s" if more > 1 else ""}\n')
            else:
                yield from exc.exceptions[i].format(chain=chain, _ctx=ctx)
            if is_last and ctx.need_close:
                yield f'{ctx.indent()}+------------------------------------\n'
                ctx.need_close = False
            ctx.exception_group_depth -= 1
        if outermost:
            ctx.exception_group_depth = 0

    def print(self, *, file=None, chain=True):
        """Print what format() yields, to standard error by default."""
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end='')


# What a change of a letter costs in a spelling, and what changing its case does.
_MOVE_COST = 2
_CASE_COST = 1
_MAX_NAMES = 750
_MAX_NAME_LENGTH = 40


def _letter_cost(a, b):
    if a == b:
        return 0
    return _CASE_COST if a.lower() == b.lower() else _MOVE_COST


def _spelling_distance(a, b, limit):
    """How far apart two names are, or more than limit if they are farther."""
    if a == b:
        return 0
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return _MOVE_COST * (len(a) + len(b))
    if len(a) > _MAX_NAME_LENGTH or len(b) > _MAX_NAME_LENGTH:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * _MOVE_COST > limit:
        return limit + 1
    row = list(range(_MOVE_COST, _MOVE_COST * (len(a) + 1), _MOVE_COST))
    for i, letter in enumerate(b):
        above = result = i * _MOVE_COST
        least = sys.maxsize
        for j, other in enumerate(a):
            change = above + _letter_cost(letter, other)
            above = row[j]
            result = min(change, min(result, above) + _MOVE_COST)
            row[j] = result
            least = min(least, result)
        if least > limit:
            return limit + 1
    return result


def _nearest(name, names):
    """The name that name may be a misspelling of, or None."""
    if len(names) > _MAX_NAMES or len(name) > _MAX_NAME_LENGTH:
        return None
    best, best_distance = None, sys.maxsize
    for other in names:
        if other == name or not isinstance(other, str):
            continue
        limit = min((len(name) + len(other) + 3) * _MOVE_COST // 6, best_distance - 1)
        distance = _spelling_distance(name, other, limit)
        if distance <= limit and (best is None or distance < best_distance):
            best, best_distance = other, distance
    return best


def _suggestion(value, tb):
    """The name that an AttributeError or NameError may have meant, or None."""
    name = getattr(value, 'name', None)
    if not isinstance(name, str):
        return None
    if isinstance(value, AttributeError):
        if value.obj is None:
            return None
        return _nearest(name, dir(value.obj))
    if not isinstance(value, NameError) or tb is None:
        return None
    while tb.tb_next is not None:
        tb = tb.tb_next
    frame = tb.tb_frame
    for names in (frame.f_code.co_varnames, frame.f_globals, frame.f_builtins):
        found = _nearest(name, list(names))
        if found is not None:
            return found
    return None


class _UncaughtException(TracebackException):
    """What sys.excepthook shows: with "Did you mean", and the place of a SyntaxError marked a little differently."""

    def __init__(self, exc_type, exc_value, exc_traceback, **options):
        super().__init__(exc_type, exc_value, exc_traceback, **options)
        try:
            suggestion = _suggestion(exc_value, exc_traceback)
        except Exception:
            suggestion = None
        if suggestion is not None:
            self._str += ". Did you mean: '%s'?" % suggestion

    def _format_syntax_error(self, stype):
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        if self.text is not None:
            yield from self._marked_line()
        yield f'{stype}: {self.msg or "<no detail available>"}\n'

    def _marked_line(self):
        size = len(self.text.encode('utf-8', 'replace'))
        whole = self.text.rstrip('\n')
        text = whole.lstrip(' \t\f')
        yield f'    {text}\n'
        if self.offset is None:
            return
        start = self.offset
        end = self.end_offset if self.exc_type is SyntaxError else None
        if end is not None and self.end_lineno is not None and int(self.end_lineno) > int(self.lineno or 0):
            end = size      # marked to the end of the first line
        if end is None or end <= start:
            end = start + 1
        cut = 1 + len(whole) - len(text)
        start, end = start - cut, end - cut
        start = min(start, len(text.encode('utf-8', 'replace')))
        if start >= 0:
            yield '    ' + ' ' * start + '^' * (end - start) + '\n'


def _print_uncaught(exc, value, tb):
    """Print an exception as sys.excepthook does."""
    _UncaughtException(exc, value, tb, compact=True).print()


def _format_unraisable(exc, value, tb):
    """What sys.unraisablehook prints of an exception: neither its context nor where in the text a syntax error is."""
    lines = ['Traceback (most recent call last):\n', *format_tb(tb)] if tb is not None else []
    module = getattr(exc, '__module__', None)
    if not isinstance(module, str):
        lines.append('<unknown>')
    elif module not in ('builtins', '__main__'):
        lines.append(module + '.')
    lines.append(exc.__qualname__)
    if value is not None:
        try:
            lines.append(': ' + str(value))
        except Exception:
            lines.append(': <exception str() failed>')
    return ''.join(lines) + '\n'
