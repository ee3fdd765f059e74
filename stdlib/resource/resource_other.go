//go:build !linux && !darwin

package resource

import rt "github.com/minipy/minipy/runtime"

// Module is nil: there is no resource here.
var Module *rt.ModuleSpec
