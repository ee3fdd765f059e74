//go:build !linux

package runtime

import "unsafe"

func adviseLarge(unsafe.Pointer, uintptr) {}
