package runtime

// The exception hierarchy: variables here, one row a class in excTree, parents first.

var (
	BaseExceptionType         = new(Type)
	SystemExit                = new(Type)
	KeyboardInterrupt         = new(Type)
	GeneratorExit             = new(Type)
	BaseExceptionGroup        = new(Type)
	ExceptionType             = new(Type)
	StopIteration             = new(Type)
	StopAsyncIteration        = new(Type)
	ArithmeticError           = new(Type)
	FloatingPointError        = new(Type)
	OverflowError             = new(Type)
	ZeroDivisionError         = new(Type)
	AssertionError            = new(Type)
	AttributeError            = new(Type)
	BufferError               = new(Type)
	EOFError                  = new(Type)
	ImportError               = new(Type)
	ModuleNotFoundError       = new(Type)
	LookupError               = new(Type)
	IndexError                = new(Type)
	KeyError                  = new(Type)
	MemoryError               = new(Type)
	NameError                 = new(Type)
	UnboundLocalError         = new(Type)
	OSError                   = new(Type)
	BlockingIOError           = new(Type)
	ChildProcessError         = new(Type)
	ConnectionError           = new(Type)
	BrokenPipeError           = new(Type)
	ConnectionAbortedError    = new(Type)
	ConnectionRefusedError    = new(Type)
	ConnectionResetError      = new(Type)
	FileExistsError           = new(Type)
	FileNotFoundError         = new(Type)
	InterruptedError          = new(Type)
	IsADirectoryError         = new(Type)
	NotADirectoryError        = new(Type)
	PermissionError           = new(Type)
	ProcessLookupError        = new(Type)
	TimeoutError              = new(Type)
	ReferenceError            = new(Type)
	RuntimeError              = new(Type)
	NotImplementedError       = new(Type)
	RecursionError            = new(Type)
	SyntaxError               = new(Type)
	IndentationError          = new(Type)
	TabError                  = new(Type)
	SystemError               = new(Type)
	TypeError                 = new(Type)
	ValueError                = new(Type)
	UnicodeError              = new(Type)
	UnicodeDecodeError        = new(Type)
	UnicodeEncodeError        = new(Type)
	UnicodeTranslateError     = new(Type)
	Warning                   = new(Type)
	BytesWarning              = new(Type)
	DeprecationWarning        = new(Type)
	EncodingWarning           = new(Type)
	FutureWarning             = new(Type)
	ImportWarning             = new(Type)
	PendingDeprecationWarning = new(Type)
	ResourceWarning           = new(Type)
	RuntimeWarning            = new(Type)
	SyntaxWarning             = new(Type)
	UnicodeWarning            = new(Type)
	UserWarning               = new(Type)
)

// ExceptionGroup derives from BaseExceptionGroup and Exception.
var ExceptionGroup = new(Type)

var excTree = []struct {
	typ, base *Type
	name, doc string
}{
	{BaseExceptionType, &objectType, "BaseException", "Common base class for all exceptions"},
	{SystemExit, BaseExceptionType, "SystemExit", "Request to exit from the interpreter."},
	{KeyboardInterrupt, BaseExceptionType, "KeyboardInterrupt", "Program interrupted by user."},
	{GeneratorExit, BaseExceptionType, "GeneratorExit", "Request that a generator exit."},
	{BaseExceptionGroup, BaseExceptionType, "BaseExceptionGroup", "A combination of multiple unrelated exceptions."},
	{ExceptionType, BaseExceptionType, "Exception", "Common base class for all non-exit exceptions."},
	{StopIteration, ExceptionType, "StopIteration", "Signal the end from iterator.__next__()."},
	{StopAsyncIteration, ExceptionType, "StopAsyncIteration", "Signal the end from iterator.__anext__()."},
	{ArithmeticError, ExceptionType, "ArithmeticError", "Base class for arithmetic errors."},
	{FloatingPointError, ArithmeticError, "FloatingPointError", "Floating point operation failed."},
	{OverflowError, ArithmeticError, "OverflowError", "Result too large to be represented."},
	{ZeroDivisionError, ArithmeticError, "ZeroDivisionError", "Second argument to a division or modulo operation was zero."},
	{AssertionError, ExceptionType, "AssertionError", "Assertion failed."},
	{AttributeError, ExceptionType, "AttributeError", "Attribute not found."},
	{BufferError, ExceptionType, "BufferError", "Buffer error."},
	{EOFError, ExceptionType, "EOFError", "Read beyond end of file."},
	{ImportError, ExceptionType, "ImportError", "Import can't find module, or can't find name in module."},
	{ModuleNotFoundError, ImportError, "ModuleNotFoundError", "Module not found."},
	{LookupError, ExceptionType, "LookupError", "Base class for lookup errors."},
	{IndexError, LookupError, "IndexError", "Sequence index out of range."},
	{KeyError, LookupError, "KeyError", "Mapping key not found."},
	{MemoryError, ExceptionType, "MemoryError", "Out of memory."},
	{NameError, ExceptionType, "NameError", "Name not found globally."},
	{UnboundLocalError, NameError, "UnboundLocalError", "Local name referenced but not bound to a value."},
	{OSError, ExceptionType, "OSError", "Base class for I/O related errors."},
	{BlockingIOError, OSError, "BlockingIOError", "I/O operation would block."},
	{ChildProcessError, OSError, "ChildProcessError", "Child process error."},
	{ConnectionError, OSError, "ConnectionError", "Connection error."},
	{BrokenPipeError, ConnectionError, "BrokenPipeError", "Broken pipe."},
	{ConnectionAbortedError, ConnectionError, "ConnectionAbortedError", "Connection aborted."},
	{ConnectionRefusedError, ConnectionError, "ConnectionRefusedError", "Connection refused."},
	{ConnectionResetError, ConnectionError, "ConnectionResetError", "Connection reset."},
	{FileExistsError, OSError, "FileExistsError", "File already exists."},
	{FileNotFoundError, OSError, "FileNotFoundError", "File not found."},
	{InterruptedError, OSError, "InterruptedError", "Interrupted by signal."},
	{IsADirectoryError, OSError, "IsADirectoryError", "Operation doesn't work on directories."},
	{NotADirectoryError, OSError, "NotADirectoryError", "Operation only works on directories."},
	{PermissionError, OSError, "PermissionError", "Not enough permissions."},
	{ProcessLookupError, OSError, "ProcessLookupError", "Process not found."},
	{TimeoutError, OSError, "TimeoutError", "Timeout expired."},
	{ReferenceError, ExceptionType, "ReferenceError", "Weak ref proxy used after referent went away."},
	{RuntimeError, ExceptionType, "RuntimeError", "Unspecified run-time error."},
	{NotImplementedError, RuntimeError, "NotImplementedError", "Method or function hasn't been implemented yet."},
	{RecursionError, RuntimeError, "RecursionError", "Recursion limit exceeded."},
	{SyntaxError, ExceptionType, "SyntaxError", "Invalid syntax."},
	{IndentationError, SyntaxError, "IndentationError", "Improper indentation."},
	{TabError, IndentationError, "TabError", "Improper mixture of spaces and tabs."},
	{SystemError, ExceptionType, "SystemError", "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version."},
	{TypeError, ExceptionType, "TypeError", "Inappropriate argument type."},
	{ValueError, ExceptionType, "ValueError", "Inappropriate argument value (of correct type)."},
	{UnicodeError, ValueError, "UnicodeError", "Unicode related error."},
	{UnicodeDecodeError, UnicodeError, "UnicodeDecodeError", "Unicode decoding error."},
	{UnicodeEncodeError, UnicodeError, "UnicodeEncodeError", "Unicode encoding error."},
	{UnicodeTranslateError, UnicodeError, "UnicodeTranslateError", "Unicode translation error."},
	{Warning, ExceptionType, "Warning", "Base class for warning categories."},
	{BytesWarning, Warning, "BytesWarning", "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str."},
	{DeprecationWarning, Warning, "DeprecationWarning", "Base class for warnings about deprecated features."},
	{EncodingWarning, Warning, "EncodingWarning", "Base class for warnings about encodings."},
	{FutureWarning, Warning, "FutureWarning", "Base class for warnings about constructs that will change semantically\nin the future."},
	{ImportWarning, Warning, "ImportWarning", "Base class for warnings about probable mistakes in module imports"},
	{PendingDeprecationWarning, Warning, "PendingDeprecationWarning", "Base class for warnings about features which will be deprecated\nin the future."},
	{ResourceWarning, Warning, "ResourceWarning", "Base class for warnings about resource usage."},
	{RuntimeWarning, Warning, "RuntimeWarning", "Base class for warnings about dubious runtime behavior."},
	{SyntaxWarning, Warning, "SyntaxWarning", "Base class for warnings about dubious syntax."},
	{UnicodeWarning, Warning, "UnicodeWarning", "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems."},
	{UserWarning, Warning, "UserWarning", "Base class for warnings generated by user code."},
}
