//go:build !unix

package vm_test

import "time"

var processStart = time.Now()

// cpuTime is how long the process has run so far.
func cpuTime() time.Duration { return time.Since(processStart) }
