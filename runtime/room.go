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

// oftenItems is after how many items a native's loop looks at what is pending.
const oftenItems = 1 << 13

// Often is called for item i of a native's loop over many: now and then it lets
// happen what is pending. What a loop walks may be changed by that.
//
// It is small enough to be compiled into the loop: a call for each item cost
// `x in list` and slices 5%.
func (t *Thread) Often(i int) (err error) {
	if i&(oftenItems-1) == oftenItems-1 {
		err = t.pendingOf()
	}
	return err
}

// copyItems is copy(dst, src), of slices that nobody else changes.
func copyItems(t *Thread, dst, src []Value) error {
	for len(src) > oftenItems {
		copy(dst, src[:oftenItems])
		dst, src = dst[oftenItems:], src[oftenItems:]
		if err := t.pendingOf(); err != nil {
			return err
		}
	}
	copy(dst, src)
	return nil
}

// manyItems is a copy of many items, if there is room. They may be a list's,
// which can change meanwhile: the copy has those of its beginning, old or new.
func manyItems(t *Thread, items []Value) ([]Value, error) {
	if err := t.RoomFor(len(items), valueSize); err != nil {
		return nil, err
	}
	out := makeItems(len(items), len(items))
	return out, copyItems(t, out, items)
}

// asideWork is from how many bytes of work on something is done aside: they
// take about 0.1 ms.
const asideWork = 1 << 16

// Aside is f(), which takes as long as work on n bytes does and has no place to
// ask whether it may go on. Where that is long it runs on a goroutine of its own,
// without the GIL: so f touches no Value and nothing that another thread could
// change, only texts, numbers and what it has made itself. If the thread has to
// end meanwhile, Aside gives the error at once, and f comes to its end for nothing.
func Aside[T any](t *Thread, n int, f func() T) (result T, err error) {
	if n < asideWork || t == nil || t.Host == nil {
		return f(), nil
	}
	type outcome struct {
		result   T
		panicked any
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			o.panicked = recover()
			done <- o
		}()
		o.result = f()
	}()
	for over := false; !over; {
		var o outcome
		interrupted := make(chan struct{})
		t.Host.Block(t, func() {
			select {
			case o = <-done:
				over = true
			case <-interrupted:
			}
		}, func() { close(interrupted) })
		if result = o.result; o.panicked != nil {
			panic(o.panicked)
		}
		if err = t.Pending(); err != nil {
			break
		}
	}
	return result, err
}

// workOn is how many bytes of work that take a native which reads v, a str or
// bytes: 0 if v is a bytearray, whose bytes others may change meanwhile.
func workOn(v Value, n int) int {
	if layout := v.Type().layout; layout == &strType || layout == &bytesType {
		return n
	}
	return 0
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
