//go:build !unix

package faulthandler

import rt "github.com/minipy/minipy/runtime"

// signalMethods: no register() where there are no signals.
var signalMethods []rt.Method
