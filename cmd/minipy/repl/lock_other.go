//go:build !unix || solaris || aix

package repl

import "os"

// lockFile relies on appending alone: one write is one entry.
func lockFile(*os.File) error { return nil }
