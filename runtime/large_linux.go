package runtime

import (
	"syscall"
	"unsafe"
)

// adviseLarge asks for large pages where they fit whole into the n bytes from p
// on. That the kernel has none to give is no error.
func adviseLarge(p unsafe.Pointer, n uintptr) {
	const page = 2 << 20
	start := (uintptr(p) + page - 1) &^ (page - 1)
	if end := (uintptr(p) + n) &^ (page - 1); start < end {
		syscall.Madvise(unsafe.Slice((*byte)(unsafe.Add(p, start-uintptr(p))), end-start), syscall.MADV_HUGEPAGE)
	}
}
