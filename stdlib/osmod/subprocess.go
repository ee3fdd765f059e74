package osmod

import rt "github.com/minipy/minipy/runtime"

// SubprocessModule is `_posixsubprocess`, what `subprocess` starts programs with.
var SubprocessModule = &rt.ModuleSpec{
	Name:    "_posixsubprocess",
	Doc:     "A POSIX helper for the subprocess module.",
	Methods: subprocessMethods,
}
