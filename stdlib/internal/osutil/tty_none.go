//go:build unix && !linux && !darwin && !freebsd && !netbsd && !openbsd && !dragonfly

package osutil

func isTerminal(fd int) bool { return fd <= 2 }
