//go:build unix && !linux

package vm

import "os"

// memFile makes a file that nobody else can open.
func memFile() (*os.File, error) {
	f, err := os.CreateTemp("", "minipy")
	if err == nil {
		err = os.Remove(f.Name())
	}
	return f, err
}
