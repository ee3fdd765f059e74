//go:build !linux

// Package socket is minipy's _socket module; there is none on this system.
package socket

import rt "github.com/minipy/minipy/runtime"

// Module is nil where there are no sockets.
var Module *rt.ModuleSpec
