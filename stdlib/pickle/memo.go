package pickle

import (
	"math/bits"

	rt "github.com/minipy/minipy/runtime"
)

// A memoTable gives the objects that a pickler has written their indexes. It
// is an open table keyed by the object's address (Go's collector moves
// nothing), and keeps the objects alive, so that no address is used twice.
type memoTable struct {
	entries []memoEntry // power of two
	shift   uint8       // 64 less the table's bits
	used    int
	// given counts the indexes given out. It is more than used where a
	// temporary object that nobody can meet again got one.
	given int
}

type memoEntry struct {
	key *rt.Object
	idx int
}

const memoMin = 16

func (m *memoTable) hash(key *rt.Object) uint64 {
	return uint64(key.Address()) * 0x9E3779B97F4A7C15 >> m.shift
}

// slot is where key is or would go. The table is not empty.
func (m *memoTable) slot(key *rt.Object) *memoEntry {
	mask := uint64(len(m.entries) - 1)
	for i := m.hash(key); ; i++ {
		e := &m.entries[i&mask]
		if e.key == key || e.key == nil {
			return e
		}
	}
}

// get gives the index of v.
func (m *memoTable) get(v rt.Value) (idx int, ok bool) {
	if m.used == 0 {
		return 0, false
	}
	e := m.slot(v.HeapObject())
	return e.idx, e.key != nil
}

// put gives v the next index; one that has an index gets a new one.
func (m *memoTable) put(v rt.Value) int {
	idx := m.given
	m.set(v, idx)
	return idx
}

// set gives v the index idx.
func (m *memoTable) set(v rt.Value, idx int) {
	m.reserve()
	e := m.slot(v.HeapObject())
	if e.key == nil {
		e.key = v.HeapObject()
		m.used++
		m.given++
	}
	e.idx = idx
}

// find gives v's index, or makes it the next one and says that it is new.
func (m *memoTable) find(v rt.Value) (idx int, known bool) {
	m.reserve()
	key := v.HeapObject()
	e := m.slot(key)
	if e.key != nil {
		return e.idx, true
	}
	e.key, e.idx = key, m.given
	m.used++
	m.given++
	return e.idx, false
}

// reserve makes room for one more.
func (m *memoTable) reserve() {
	n := len(m.entries)
	if m.used*3 < n*2 {
		return
	}
	switch {
	case n == 0:
		n = memoMin
	case m.used > 50000:
		n *= 2
	default:
		n *= 4
	}
	old := m.entries
	m.resize(n)
	for i := range old {
		if old[i].key != nil {
			*m.slot(old[i].key) = old[i]
		}
	}
}

func (m *memoTable) resize(n int) {
	m.entries = make([]memoEntry, n)
	m.shift = uint8(64 - bits.TrailingZeros(uint(n)))
}

func (m *memoTable) clear() {
	clear(m.entries)
	m.used, m.given = 0, 0
}

func (m *memoTable) copy() *memoTable {
	n := *m
	n.entries = append([]memoEntry(nil), m.entries...)
	return &n
}
