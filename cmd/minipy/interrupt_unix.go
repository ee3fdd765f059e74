//go:build unix

package main

import (
	"os/signal"
	"syscall"
	"time"
)

// dieOfInterrupt ends the process by SIGINT.
func dieOfInterrupt() {
	signal.Reset(syscall.SIGINT)
	syscall.Kill(syscall.Getpid(), syscall.SIGINT)
	time.Sleep(time.Second) // until it arrives
}
