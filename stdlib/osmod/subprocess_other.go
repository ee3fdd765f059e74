//go:build !linux && !darwin

package osmod

import rt "github.com/minipy/minipy/runtime"

var subprocessMethods []rt.Method
