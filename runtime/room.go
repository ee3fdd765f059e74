package runtime

import "math"

// Large single operations ask whether there is room for what they allocate,
// and long native loops whether they may go on.

// freeRoom is what may be allocated without asking.
const freeRoom = 1 << 16

// Room says whether n bytes may be allocated at once: MemoryError where no
// program could use as much, or what ends the thread where a limit is reached.
func (t *Thread) Room(n int) error {
	if uint(n) <= freeRoom {
		return nil
	}
	return t.room(n)
}

func (t *Thread) room(n int) error {
	if n >= 0 && t != nil && t.VM.Room != nil {
		return t.VM.Room(t, n)
	}
	if n < 0 || n > maxText {
		return MemoryErr()
	}
	return nil
}

// RoomFor is Room for n items of the given size.
func (t *Thread) RoomFor(n, size int) error {
	if n > math.MaxInt/size {
		return MemoryErr()
	}
	return t.Room(n * size)
}

// Building notes that a native is filling v, which nothing else may refer to
// yet, so that it counts as alive; Built ends that.
func (t *Thread) Building(v Value) { t.unfinished = append(t.unfinished, v) }

func (t *Thread) Built() {
	last := len(t.unfinished) - 1
	t.unfinished[last] = Value{}
	t.unfinished = t.unfinished[:last]
}

// Tick is called at each step of native loops that may run for long: every
// 1,024th time it lets happen what is pending.
func (t *Thread) Tick() error {
	if t.ticks++; t.ticks&1023 != 0 {
		return nil
	}
	return t.Pending()
}

// Pending lets happen what is pending: the thread may have to end, or a signal
// handler to run.
func (t *Thread) Pending() error {
	if t.Host == nil {
		return nil
	}
	return t.Host.Checkpoint(t)
}

// A Growing counts what a native gathers that nothing refers to yet, so that a
// measurement does not find it: it asks for room each time that has doubled.
type Growing struct{ size, asked int }

// Add counts n bytes more, which are a step of the native's loop: see Tick.
func (g *Growing) Add(t *Thread, n int) error {
	if g.size += n; g.size > g.asked {
		g.asked = max(2*g.size, freeRoom)
		if err := t.Room(g.asked); err != nil {
			return err
		}
	}
	return t.Tick()
}

// ValueSize is what a Value takes in a slice.
const ValueSize = valueSize
