"""Lines of source files by number, kept in memory: for tracebacks and inspection."""

try:
    import os
except ImportError:
    os = None           # a program that is confined has no files of the host
import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# file name -> (size, mtime or None, list of lines, full name), or a 1-tuple of a function that gets the source
cache = {}


def clearcache():
    """Forget everything."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Line lineno of a file, with its newline; '' when there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    """All lines of a file; [] when it cannot be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Forget files (or this one) that changed on disk."""
    if filename is None:
        names = list(cache)
    elif filename in cache:
        names = [filename]
    else:
        return
    for name in names:
        entry = cache[name]
        if len(entry) == 1:
            continue        # its source has not been asked for yet
        size, mtime, _, fullname = entry
        if mtime is None or os is None:
            continue        # did not come from a file
        try:
            stat = os.stat(fullname)
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != stat.st_size or mtime != stat.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Read a file anew; [] when that fails."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        del cache[filename]
    if not filename or (filename[0] == '<' and filename[-1] == '>'):
        return []
    fullname = filename
    if os is None:
        return _from_loader(filename, module_globals) or []
    try:
        stat = os.stat(fullname)
    except OSError:
        lines = _from_loader(filename, module_globals)
        if lines is not None:
            return lines
        if os.path.isabs(filename):
            return []
        # a relative name may have been seen from an entry of sys.path
        for dirname in sys.path:
            try:
                fullname = os.path.join(dirname, filename)
            except (TypeError, AttributeError):
                continue
            try:
                stat = os.stat(fullname)
                break
            except (OSError, ValueError):
                pass
        else:
            return []
    except ValueError:
        return []       # a null character in the name
    try:
        lines = _read(fullname)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = stat.st_size, stat.st_mtime, lines, fullname
    return lines


def _from_loader(filename, module_globals):
    """The lines as the module's loader has them; None when there is no such loader."""
    if not lazycache(filename, module_globals):
        entry = cache.get(filename)
        if entry is None or len(entry) != 1:
            return None
    try:
        data = cache[filename][0]()
    except (ImportError, OSError):
        cache.pop(filename, None)
        return None
    if data is None:
        cache.pop(filename, None)
        return []
    lines = [line + '\n' for line in data.splitlines()]
    cache[filename] = len(data), None, lines, filename
    return lines


def _read(path):
    """A source file's lines, decoded as its first two lines say."""
    with open(path, 'rb') as f:
        data = f.read()
    encoding = 'utf-8'
    if data.startswith(b'\xef\xbb\xbf'):
        data = data[3:]
    elif b'coding' in data[:400]:
        encoding = _declared_encoding(data) or encoding
    try:
        text = data.decode(encoding)
    except LookupError as e:
        raise SyntaxError(str(e))
    if '\r' in text:
        text = text.replace('\r\n', '\n').replace('\r', '\n')
    lines = text.split('\n')
    last = lines.pop()
    lines = [line + '\n' for line in lines]
    if last:
        lines.append(last)
    return lines


def _declared_encoding(data):
    for line in data.split(b'\n', 2)[:2]:
        line = line.strip()
        if not line.startswith(b'#'):
            if line:
                return None
            continue
        at = line.find(b'coding')
        if at >= 0 and line[at + 6:at + 7] in (b':', b'='):
            name = line[at + 7:].strip()
            end = 0
            while end < len(name) and (name[end:end + 1].isalnum() or name[end:end + 1] in b'-_.'):
                end += 1
            return name[:end].decode('ascii') or None
    return None


def lazycache(filename, module_globals):
    """Remember how to ask the module's loader for the source, without asking; False when there is no way."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename[0] == '<' and filename[-1] == '>'):
        return False
    if module_globals and '__name__' in module_globals:
        name = module_globals['__name__']
        spec = module_globals.get('__spec__')
        if spec:
            name = spec.name
            loader = getattr(spec, 'loader', None)
        else:
            loader = None
        if loader is None:
            loader = module_globals.get('__loader__')
        get_source = getattr(loader, 'get_source', None)
        if name and get_source:
            def get_lines(name=name, *args, **kwargs):
                return get_source(name, *args, **kwargs)
            cache[filename] = (get_lines,)
            return True
    return False
