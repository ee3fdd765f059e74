package runtime

import "unsafe"

// Items of four megabytes and more ask the kernel for large pages before they
// are first touched: in a virtual machine a touch of a fresh small page costs
// about a microsecond (measured: [True] * 2000001 and a loop over it, 80 ms of
// system time without, 15 ms with).
const largeItems = 4 << 20 / unsafe.Sizeof(Value{})

// makeItems is make([]Value, n, room).
func makeItems(n, room int) []Value {
	items := make([]Value, n, room)
	if room >= int(largeItems) {
		adviseLarge(unsafe.Pointer(unsafe.SliceData(items)), uintptr(room)*unsafe.Sizeof(Value{}))
	}
	return items
}
