//go:build !linux

package multiprocessing

import rt "github.com/minipy/minipy/runtime"

// Module is nil: there is no _multiprocessing here.
var Module *rt.ModuleSpec
