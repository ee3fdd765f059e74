package snapshot

import (
	"math/bits"
	"unsafe"
)

// A table numbers what pointers point at: open addressing, at most half full.
// It does not keep that alive: see Writer.kept. A Go map takes three times as long, which was
// most of the time that writing took.
type table struct {
	keys  []uintptr // 0: free
	nums  []uint32
	n     int
	shift uint // a hash's upper bits are the place
}

func newTable(size int) *table {
	t := &table{}
	t.init(bits.Len(uint(2*size + 15)))
	return t
}

func (t *table) init(log int) {
	t.keys, t.nums, t.shift = make([]uintptr, 1<<log), make([]uint32, 1<<log), uint(64-log)
}

func (t *table) place(k uintptr) int {
	return int(uint64(k) * 0x9E3779B97F4A7C15 >> t.shift)
}

// get gives the number of p.
func (t *table) get(p unsafe.Pointer) (uint32, bool) {
	k := uintptr(p)
	for i := t.place(k); ; i = (i + 1) & (len(t.keys) - 1) {
		switch t.keys[i] {
		case k:
			return t.nums[i], true
		case 0:
			return 0, false
		}
	}
}

// put gives p, which has none, the number n.
func (t *table) put(p unsafe.Pointer, n uint32) {
	if t.n++; 2*t.n > len(t.keys) {
		keys, nums := t.keys, t.nums
		t.init(bits.Len(uint(2*len(keys) - 1)))
		for i, k := range keys {
			if k != 0 {
				t.set(k, nums[i])
			}
		}
	}
	t.set(uintptr(p), n)
}

func (t *table) set(k uintptr, n uint32) {
	i := t.place(k)
	for t.keys[i] != 0 {
		i = (i + 1) & (len(t.keys) - 1)
	}
	t.keys[i], t.nums[i] = k, n
}
