//go:build !linux

package osutil

import "crypto/rand"

var randomSource = rand.Reader
