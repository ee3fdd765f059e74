package conformance

// knownDifferences are the scripts whose output still differs from CPython's,
// with the reason. A script leaves this list when it agrees.
var knownDifferences = map[string]string{
	"gc_weakref/del_method": "Go runs no finalizer of an object in a cycle: such a __del__ runs at the end of the program",
}
