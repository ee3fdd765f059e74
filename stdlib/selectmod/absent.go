//go:build !linux

// Package selectmod is minipy's select module; there is none on this system.
package selectmod

import rt "github.com/minipy/minipy/runtime"

// Module is nil where there is none.
var Module *rt.ModuleSpec
