//go:build !linux && !darwin

package mmapmod

import rt "github.com/minipy/minipy/runtime"

// Module and ShmModule are nil: there is no mmap here, and no _posixshmem.
var Module, ShmModule *rt.ModuleSpec
