package heapsize

import "unsafe"

// A set of addresses: open addressing, at most half full. It does not keep
// alive what is at them.
type set struct {
	keys  []uintptr // 0: free
	n     int
	shift uint // a hash's upper bits are the place
}

const smallSet = 12 // the logarithm of its first size

func (s *set) reset() {
	if len(s.keys) == 1<<smallSet {
		clear(s.keys)
	} else {
		s.init(smallSet)
	}
	s.n = 0
}

func (s *set) init(log int) { s.keys, s.shift = make([]uintptr, 1<<log), uint(64-log) }

// add puts p into the set; false: it was there.
func (s *set) add(p unsafe.Pointer) bool {
	if !s.put(uintptr(p)) {
		return false
	}
	if s.n++; 2*s.n > len(s.keys) {
		old := s.keys
		s.init(int(64-s.shift) + 1)
		for _, k := range old {
			if k != 0 {
				s.put(k)
			}
		}
	}
	return true
}

func (s *set) put(k uintptr) bool {
	mask := len(s.keys) - 1
	for i := int(uint64(k) * 0x9E3779B97F4A7C15 >> s.shift); ; i = (i + 1) & mask {
		switch s.keys[i] {
		case k:
			return false
		case 0:
			s.keys[i] = k
			return true
		}
	}
}
