//go:build !linux

package processes

import rt "github.com/minipy/minipy/runtime"

// Module is nil: there is no _processes here.
var Module *rt.ModuleSpec
