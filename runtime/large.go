package runtime

import "unsafe"

// Slices of four megabytes and more ask the kernel for large pages before they
// are first touched: in a virtual machine a touch of a fresh small page costs
// about a microsecond (measured: [True] * 2000001 and a loop over it, 80 ms of
// system time without, 15 ms with).
const largeBytes = 4 << 20

// makeItems is make([]Value, n, room).
func makeItems(n, room int) []Value { return makeLarge[Value](n, room) }

// makeLarge is make([]T, n, room).
func makeLarge[T any](n, room int) []T {
	items := make([]T, n, room)
	if size := unsafe.Sizeof(*new(T)); uintptr(room)*size >= largeBytes {
		adviseLarge(unsafe.Pointer(unsafe.SliceData(items)), uintptr(room)*size)
	}
	return items
}
