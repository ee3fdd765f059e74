"""Helpers for messages."""

from collections import Counter, namedtuple

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (_MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN)


def _shorten(s, prefixlen, suffixlen):
    skip = len(s) - prefixlen - suffixlen
    if skip > _PLACEHOLDER_LEN:
        s = '%s[%d chars]%s' % (s[:prefixlen], skip, s[len(s) - suffixlen:])
    return s


def _common_prefix(texts):
    low, high = min(texts), max(texts)
    for i, char in enumerate(low):
        if char != high[i]:
            return low[:i]
    return low


def _common_shorten_repr(*args):
    """The reprs, cut in the same places where they are long: the common beginning, and the ends."""
    args = tuple(map(safe_repr, args))
    longest = max(map(len, args))
    if longest <= _MAX_LENGTH:
        return args
    prefix = _common_prefix(args)
    prefixlen = len(prefix)
    common_len = _MAX_LENGTH - (longest - prefixlen + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if common_len > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, common_len)
        return tuple([prefix + s[prefixlen:] for s in args])
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple([prefix + _shorten(s[prefixlen:], _MIN_DIFF_LEN, _MIN_END_LEN) for s in args])


def safe_repr(obj, short=False):
    """repr() that does not fail, cut to 80 characters when short."""
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if not short or len(result) < _MAX_LENGTH:
        return result
    return result[:_MAX_LENGTH] + ' [truncated]...'


def strclass(cls):
    return '%s.%s' % (cls.__module__, cls.__qualname__)


def sorted_list_difference(expected, actual):
    """(only in expected, only in actual) of two sorted lists."""
    i = j = 0
    missing = []
    unexpected = []
    while True:
        try:
            e = expected[i]
            a = actual[j]
            if e < a:
                missing.append(e)
                i += 1
                while expected[i] == e:
                    i += 1
            elif e > a:
                unexpected.append(a)
                j += 1
                while actual[j] == a:
                    j += 1
            else:
                i += 1
                try:
                    while expected[i] == e:
                        i += 1
                finally:
                    j += 1
                    while actual[j] == a:
                        j += 1
        except IndexError:
            missing.extend(expected[i:])
            unexpected.extend(actual[j:])
            break
    return missing, unexpected


def unorderable_list_difference(expected, actual):
    """(only in expected, only in actual) of two lists, which are emptied."""
    missing = []
    while expected:
        item = expected.pop()
        try:
            actual.remove(item)
        except ValueError:
            missing.append(item)
    return missing, actual


def three_way_cmp(x, y):
    """-1, 0 or 1."""
    return (x > y) - (x < y)


_Mismatch = namedtuple('Mismatch', 'actual expected value')


def _count_diff_all_purpose(actual, expected):
    """Items whose counts differ; they need only be comparable for equality."""
    nothing = object()
    s, t = list(actual), list(expected)
    result = []
    for i, elem in enumerate(s):
        if elem is nothing:
            continue
        in_s = in_t = 0
        for j in range(i, len(s)):
            if s[j] == elem:
                in_s += 1
                s[j] = nothing
        for j, other in enumerate(t):
            if other == elem:
                in_t += 1
                t[j] = nothing
        if in_s != in_t:
            result.append(_Mismatch(in_s, in_t, elem))
    for i, elem in enumerate(t):
        if elem is nothing:
            continue
        in_t = 0
        for j in range(i, len(t)):
            if t[j] == elem:
                in_t += 1
                t[j] = nothing
        result.append(_Mismatch(0, in_t, elem))
    return result


def _count_diff_hashable(actual, expected):
    """Items whose counts differ."""
    s, t = Counter(actual), Counter(expected)
    result = []
    for elem, in_s in s.items():
        in_t = t.get(elem, 0)
        if in_s != in_t:
            result.append(_Mismatch(in_s, in_t, elem))
    for elem, in_t in t.items():
        if elem not in s:
            result.append(_Mismatch(0, in_t, elem))
    return result


class _LiteralMatch:

    def __init__(self, start, end):
        self._span = start, end

    def start(self):
        return self._span[0]

    def end(self):
        return self._span[1]


class _LiteralPattern:
    """Searches like the regular expression of a text without special characters."""

    def __init__(self, pattern):
        self.pattern = pattern

    def search(self, text):
        at = text.find(self.pattern)
        return None if at < 0 else _LiteralMatch(at, at + len(self.pattern))


def _compile_regex(pattern):
    """A compiled pattern; re is imported only for texts that need it."""
    if isinstance(pattern, str):
        for char in pattern:
            if char in '.^$*+?{}[]\\|()':
                break
        else:
            return _LiteralPattern(pattern)
    import re
    return re.compile(pattern)
