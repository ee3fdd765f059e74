"""Names that Python 2 and 3 have for the same things, for pickles of protocols 0 to 2.

The tables are written as text, an old and a new name a line, and made into the four
dicts that pickle uses. `module:name` is an object, `module` alone a whole module.
"""

# modules, in both directions
_RENAMED = """
    __builtin__ builtins
    copy_reg copyreg
    Queue queue
    SocketServer socketserver
    ConfigParser configparser
    repr reprlib
    tkFileDialog tkinter.filedialog
    tkSimpleDialog tkinter.simpledialog
    tkColorChooser tkinter.colorchooser
    tkCommonDialog tkinter.commondialog
    Dialog tkinter.dialog
    Tkdnd tkinter.dnd
    tkFont tkinter.font
    tkMessageBox tkinter.messagebox
    ScrolledText tkinter.scrolledtext
    Tkconstants tkinter.constants
    Tix tkinter.tix
    ttk tkinter.ttk
    Tkinter tkinter
    markupbase _markupbase
    _winreg winreg
    thread _thread
    dummy_thread _dummy_thread
    dbhash dbm.bsd
    dumbdbm dbm.dumb
    dbm dbm.ndbm
    gdbm dbm.gnu
    xmlrpclib xmlrpc.client
    SimpleXMLRPCServer xmlrpc.server
    httplib http.client
    htmlentitydefs html.entities
    HTMLParser html.parser
    Cookie http.cookies
    cookielib http.cookiejar
    BaseHTTPServer http.server
    test.test_support test.support
    commands subprocess
    urlparse urllib.parse
    robotparser urllib.robotparser
    urllib2 urllib.request
    anydbm dbm
    _abcoll collections.abc
"""

# modules of Python 2 that are a part of another one now, or have another name besides
_JOINED = """
    cPickle pickle
    _elementtree xml.etree.ElementTree
    FileDialog tkinter.filedialog
    SimpleDialog tkinter.simpledialog
    DocXMLRPCServer xmlrpc.server
    SimpleHTTPServer http.server
    CGIHTTPServer http.server
    UserDict collections
    UserList collections
    UserString collections
    whichdb dbm
    StringIO io
    cStringIO io
"""

# how Python 2 is to see modules of Python 3 that have no old name of their own: new, old
_SEEN_AS = """
    _bz2 bz2
    _dbm dbm
    _functools functools
    _gdbm gdbm
    _pickle pickle
"""

# objects, in both directions
_MOVED = """
    __builtin__:xrange builtins:range
    __builtin__:reduce functools:reduce
    __builtin__:intern sys:intern
    __builtin__:unichr builtins:chr
    __builtin__:unicode builtins:str
    __builtin__:long builtins:int
    itertools:izip builtins:zip
    itertools:imap builtins:map
    itertools:ifilter builtins:filter
    itertools:ifilterfalse itertools:filterfalse
    itertools:izip_longest itertools:zip_longest
    UserDict:IterableUserDict collections:UserDict
    UserList:UserList collections:UserList
    UserString:UserString collections:UserString
    whichdb:whichdb dbm:whichdb
    _socket:fromfd socket:fromfd
    _multiprocessing:Connection multiprocessing.connection:Connection
    multiprocessing.process:Process multiprocessing.context:Process
    multiprocessing.forking:Popen multiprocessing.popen_fork:Popen
    urllib:ContentTooShortError urllib.error:ContentTooShortError
    urllib:getproxies urllib.request:getproxies
    urllib:pathname2url urllib.request:pathname2url
    urllib:quote_plus urllib.parse:quote_plus
    urllib:quote urllib.parse:quote
    urllib:unquote_plus urllib.parse:unquote_plus
    urllib:unquote urllib.parse:unquote
    urllib:url2pathname urllib.request:url2pathname
    urllib:urlcleanup urllib.request:urlcleanup
    urllib:urlencode urllib.parse:urlencode
    urllib:urlopen urllib.request:urlopen
    urllib:urlretrieve urllib.request:urlretrieve
    urllib2:HTTPError urllib.error:HTTPError
    urllib2:URLError urllib.error:URLError
"""

# objects of Python 2 that are another one now
_REPLACED = """
    __builtin__:basestring builtins:str
    exceptions:StandardError builtins:Exception
    UserDict:UserDict collections:UserDict
    socket:_socketobject socket:SocketType
"""

# how Python 2 is to see objects of Python 3: new, old
_OBJECT_SEEN_AS = """
    _functools:reduce __builtin__:reduce
    tkinter.filedialog:FileDialog FileDialog:FileDialog
    tkinter.filedialog:LoadFileDialog FileDialog:LoadFileDialog
    tkinter.filedialog:SaveFileDialog FileDialog:SaveFileDialog
    tkinter.simpledialog:SimpleDialog SimpleDialog:SimpleDialog
    xmlrpc.server:ServerHTMLDoc DocXMLRPCServer:ServerHTMLDoc
    xmlrpc.server:XMLRPCDocGenerator DocXMLRPCServer:XMLRPCDocGenerator
    xmlrpc.server:DocXMLRPCRequestHandler DocXMLRPCServer:DocXMLRPCRequestHandler
    xmlrpc.server:DocXMLRPCServer DocXMLRPCServer:DocXMLRPCServer
    xmlrpc.server:DocCGIXMLRPCRequestHandler DocXMLRPCServer:DocCGIXMLRPCRequestHandler
    http.server:SimpleHTTPRequestHandler SimpleHTTPServer:SimpleHTTPRequestHandler
    http.server:CGIHTTPRequestHandler CGIHTTPServer:CGIHTTPRequestHandler
    _socket:socket socket:_socketobject
"""

# the exceptions that both have: in `exceptions` then, in `builtins` now
PYTHON2_EXCEPTIONS = tuple("""
    ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning DeprecationWarning
    EOFError EnvironmentError Exception FloatingPointError FutureWarning GeneratorExit IOError ImportError
    ImportWarning IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError
    NotImplementedError OSError OverflowError PendingDeprecationWarning ReferenceError RuntimeError
    RuntimeWarning StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError
    UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
    UserWarning ValueError Warning ZeroDivisionError
""".split())

# of Python 3 only: subclasses of OSError and ImportError
PYTHON3_OSERROR_EXCEPTIONS = tuple("""
    BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError
    NotADirectoryError PermissionError ProcessLookupError TimeoutError
""".split())

PYTHON3_IMPORTERROR_EXCEPTIONS = ('ModuleNotFoundError',)

MULTIPROCESSING_EXCEPTIONS = ('AuthenticationError', 'BufferTooShort', 'ProcessError', 'TimeoutError')


def _lines(text):
    for line in text.split('\n'):
        if line:
            yield line.split()


def _pair(text):
    module, _, name = text.partition(':')
    return module, name


def _module_tables():
    forward, back = {}, {}
    for old, new in _lines(_RENAMED):
        forward[old] = new
        back[new] = old
    for old, new in _lines(_JOINED):
        forward[old] = new
    for new, old in _lines(_SEEN_AS):
        back[new] = old
    return forward, back


def _object_tables():
    forward, back = {}, {}
    for old, new in _lines(_MOVED):
        forward[_pair(old)] = _pair(new)
        back[_pair(new)] = _pair(old)
    for name in PYTHON2_EXCEPTIONS:
        forward['exceptions', name] = 'builtins', name
        back['builtins', name] = 'exceptions', name
    for name in MULTIPROCESSING_EXCEPTIONS:
        forward['multiprocessing', name] = 'multiprocessing.context', name
        back['multiprocessing.context', name] = 'multiprocessing', name
    for old, new in _lines(_REPLACED):
        forward[_pair(old)] = _pair(new)
    for new, old in _lines(_OBJECT_SEEN_AS):
        back[_pair(new)] = _pair(old)
    for names, seen in ((PYTHON3_OSERROR_EXCEPTIONS, 'OSError'), (PYTHON3_IMPORTERROR_EXCEPTIONS, 'ImportError')):
        for name in names:
            back['builtins', name] = 'exceptions', seen
    return forward, back


IMPORT_MAPPING, REVERSE_IMPORT_MAPPING = _module_tables()
NAME_MAPPING, REVERSE_NAME_MAPPING = _object_tables()
