package conformance

// knownDifferences are the scripts whose output still differs from CPython's,
// with the reason. A script leaves this list when it agrees.
var knownDifferences = map[string]string{}
