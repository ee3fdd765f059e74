//go:build !unix

package faulthandler

import rt "github.com/minipy/minipy/runtime"

// signalMethods: no register() where there are no signals.
var signalMethods []rt.Method

type registration struct{}

// Catch does nothing.
func Catch(t *rt.Thread) {}

var fatalMethods []rt.Method

// Mourn implements osutil.Mourner.
func (s *state) Mourn(t *rt.Thread, n int) {}
