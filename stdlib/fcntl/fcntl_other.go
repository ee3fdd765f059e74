//go:build !linux && !darwin

package fcntl

import rt "github.com/minipy/minipy/runtime"

// Module is nil: there is no fcntl here.
var Module *rt.ModuleSpec
