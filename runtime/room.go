package runtime

import (
	"math"
	"strings"
	"time"
	"unsafe"
)

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

// Append is append(b, s...) for what a native gathers, which may become large: it
// asks for room before b grows.
func Append[S ~string | ~[]byte](t *Thread, b []byte, s S) ([]byte, error) {
	if n := len(b) + len(s); n > cap(b) {
		if err := t.Room(2 * n); err != nil { // the old b is still there
			return b, err
		}
		var err error
		if b, err = growBytes(t, b, len(s)); err != nil {
			return b, err
		}
	}
	return append(b, s...), nil
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
	if t.whole != 0 {
		if t.Host.Disturbed(t, t.whole == 1) {
			return errDisturbed
		}
		return nil
	}
	return t.Host.Checkpoint(t)
}

// errDisturbed is what looks give within Whole where something is pending.
var errDisturbed error = disturbed{}

type disturbed struct{}

func (disturbed) Error() string { return "disturbed" }

// disturbed says that something is pending that could end or interrupt t.
func (t *Thread) disturbed() bool { return t != nil && t.Host != nil && t.Host.Disturbed(t, true) }

// Whole is f(), a step of the program that takes long and must not be seen, nor
// see anything, half-done: it calls no Python, and no Python runs in it. It makes
// something new, looks at what is pending while it does, and puts it in its place
// at last. Where a look finds that the thread has to end or a signal has come, f
// is given up; that happens, and f is begun again if the thread goes on then, to
// be disturbed by no more signals.
func (t *Thread) Whole(f func() error) error {
	if t == nil || t.whole != 0 {
		return f()
	}
	for try := uint8(1); ; try = 2 {
		t.whole = try
		err := f()
		t.whole = 0
		if err != errDisturbed {
			return err
		}
		if err := t.Pending(); err != nil {
			return err
		}
	}
}

// Worked is called after work on n bytes or items, to let happen what is pending
// if they were many: a program can do such work over and over between two looks
// of the loop.
func (t *Thread) Worked(n int) (err error) {
	if n >= oftenItems/2 {
		err = t.pendingOf()
	}
	return err
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

// OftenQuiet is Often where no finalizer may run, which could change what the
// loop walks; signals' handlers may, if there are some.
func (t *Thread) OftenQuiet(i int) (err error) {
	if i&(oftenItems-1) == oftenItems-1 {
		err = t.pendingQuiet()
	}
	return err
}

//go:noinline
func (t *Thread) pendingQuiet() error {
	if !t.disturbed() {
		return nil
	}
	return t.Pending()
}

// copyPiece is how many bytes are copied between two looks at what is pending.
const copyPiece = oftenItems * valueSize

// CopyMany is copy(dst, src), of slices that nobody else changes.
func CopyMany[T any](t *Thread, dst, src []T) error {
	piece := copyPiece / int(unsafe.Sizeof(*new(T)))
	for len(src) > piece {
		copy(dst, src[:piece])
		dst, src = dst[piece:], src[piece:]
		if err := t.pendingOf(); err != nil {
			return err
		}
	}
	copy(dst, src)
	return nil
}

// copyItems is CopyMany of items.
func copyItems(t *Thread, dst, src []Value) error { return CopyMany(t, dst, src) }

// manyItems is a copy of many items, if there is room.
func manyItems(t *Thread, items []Value) (out []Value, err error) {
	if err := t.RoomFor(len(items), valueSize); err != nil {
		return nil, err
	}
	err = t.Whole(func() error {
		if out, err = MakeMany[Value](t, len(items), len(items)); err != nil {
			return err
		}
		return copyItems(t, out, items)
	})
	return out, err
}

// manyJoined are the items of left and right, many, for which there is room.
func manyJoined(t *Thread, left, right []Value) (out []Value, err error) {
	err = t.Whole(func() error {
		if out, err = MakeMany[Value](t, len(left)+len(right), len(left)+len(right)); err != nil {
			return err
		}
		if err := copyItems(t, out, left); err != nil {
			return err
		}
		return copyItems(t, out[len(left):], right)
	})
	return out, err
}

// manyBytes is from how many bytes on memory is got where it can be waited for:
// to clear so many, and to have the kernel give them, can take 0.5 ms and more.
const manyBytes = 2 << 20

// MakeMany is make([]T, n, room), without asking whether there is room.
//
// Where that is much it is done by another goroutine, which clears it and does
// its part of the collector's work. The GIL is kept meanwhile, so no other thread
// sees or changes anything.
func MakeMany[T any](t *Thread, n, room int) ([]T, error) {
	if size := int(unsafe.Sizeof(*new(T))); room < manyBytes/size || t == nil || t.Host == nil {
		return makeLarge[T](n, room), nil
	}
	done := make(chan []T, 1)
	go func() { done <- makeLarge[T](n, room) }()
	return awaited(t, done)
}

// splicedCopy is a copy of items, of which there are many, with vals in the place
// of items[i:j]; within Whole.
func splicedCopy[T any](t *Thread, items []T, i, j int, vals []T) ([]T, error) {
	i, j = min(i, len(items)), min(j, len(items)) // a signal's handler may have shortened them
	n := len(items) - (j - i) + len(vals)
	out, err := MakeMany[T](t, n, n+n/8)
	if err == nil {
		err = CopyMany(t, out, items[:i])
	}
	if err == nil {
		err = CopyMany(t, out[i:], vals)
	}
	if err == nil {
		err = CopyMany(t, out[i+len(vals):], items[j:])
	}
	return out, err
}

// reversedCopy is a copy of many items in reverse; within Whole.
func reversedCopy[T any](t *Thread, items []T) ([]T, error) {
	out, err := MakeMany[T](t, len(items), len(items))
	for i := 0; err == nil && i < len(items); i++ {
		out[len(out)-1-i] = items[i]
		err = t.Often(i)
	}
	return out, err
}

// growBytes makes room for n more bytes in a long b, without asking whether there
// is some; a short one is left to grow by itself.
func growBytes(t *Thread, b []byte, n int) ([]byte, error) {
	if cap(b)-len(b) >= n || len(b) < asideWork {
		return b, nil
	}
	bigger, err := MakeMany[byte](t, len(b), 2*cap(b)+n)
	if err == nil {
		err = CopyMany(t, bigger, b)
	}
	return bigger, err
}

// awaitedEvery is how often a thread that keeps the GIL while it waits looks at
// what is pending.
const awaitedEvery = 200 * time.Microsecond

// awaited is what comes from done, soon: the thread keeps the GIL.
func awaited[T any](t *Thread, done chan T) (result T, err error) {
	timer := time.NewTimer(awaitedEvery)
	defer timer.Stop()
	for {
		select {
		case result = <-done:
			return result, nil
		case <-timer.C:
			if err := t.pendingOf(); err != nil {
				return result, err
			}
			timer.Reset(awaitedEvery)
		}
	}
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
		result = f()
		return result, t.Worked(n)
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

// comparePiece is how many bytes are compared between two looks at what is pending.
const comparePiece = 1 << 18

// compareLong is strings.Compare of text that may be long.
func compareLong(t *Thread, a, b string) (int, error) {
	for min(len(a), len(b)) > comparePiece {
		if x, y := a[:comparePiece], b[:comparePiece]; x != y {
			return strings.Compare(x, y), nil
		}
		a, b = a[comparePiece:], b[comparePiece:]
		if err := t.pendingQuiet(); err != nil {
			return 0, err
		}
	}
	return strings.Compare(a, b), nil
}

// sameLong is a == b, of text that may be long.
func sameLong(t *Thread, a, b string) (bool, error) {
	if len(a) != len(b) || len(a) <= comparePiece {
		return a == b, nil
	}
	c, err := compareLong(t, a, b)
	return c == 0, err
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
