package collections

import (
	"github.com/minipy/minipy/runtime"
)

// A deque is a ring: n items from buf[head] on, wrapping round. len(buf) is a
// power of two.
type deque struct {
	runtime.Object
	buf     []runtime.Value
	head, n int
	maxlen  int // -1: none
	state   uint32
}

var dequeType, dequeIterType, dequeRevIterType runtime.Type

func newDeque(cls *runtime.Type, maxlen int) *deque {
	d := runtime.Alloc[deque](cls)
	d.maxlen = maxlen
	return d
}

func (d *deque) at(i int) *runtime.Value { return &d.buf[(d.head+i)&(len(d.buf)-1)] }

func (d *deque) grow() {
	size := max(8, len(d.buf)*2)
	buf := make([]runtime.Value, size)
	d.copyTo(buf)
	d.buf, d.head = buf, 0
}

func (d *deque) copyTo(out []runtime.Value) {
	if d.n == 0 {
		return
	}
	k := copy(out[:d.n], d.buf[d.head:])
	copy(out[k:d.n], d.buf)
}

// items are the items in order, in a slice of the caller's own.
func (d *deque) items(t *runtime.Thread) (out []runtime.Value, err error) {
	if err := t.RoomFor(d.n, runtime.ValueSize); err != nil {
		return nil, err
	}
	err = t.Whole(func() error {
		out, err = d.rotated(t, d.n, 0)
		return err
	})
	return out, err
}

// rotated are the items from the k-th on and then those before it, where there is
// room for size of them; within Whole.
func (d *deque) rotated(t *runtime.Thread, size, k int) ([]runtime.Value, error) {
	out, err := runtime.MakeMany[runtime.Value](t, size, size)
	for n := 0; err == nil && n < d.n; { // as far as it goes without wrapping round
		i := (n + k) % d.n
		at := (d.head + i) & (len(d.buf) - 1)
		piece := d.buf[at:min(at+d.n-i, len(d.buf))]
		piece = piece[:min(len(piece), d.n-n)]
		err = runtime.CopyMany(t, out[n:], piece)
		n += len(piece)
	}
	return out, err
}

// manyItems is from how many items on a deque is large.
const manyItems = 1 << 13

// growFor makes room for an item of a large deque.
func (d *deque) growFor(t *runtime.Thread) error {
	if d.n < manyItems || d.n < len(d.buf) {
		return nil
	}
	return t.Whole(func() error { return d.rotatedAnew(t, 2*len(d.buf), 0) })
}

// rotatedAnew puts what rotated gives in the place of the items.
func (d *deque) rotatedAnew(t *runtime.Thread, size, k int) error {
	buf, err := d.rotated(t, size, k)
	if err == nil {
		d.buf, d.head = buf, 0
	}
	return err
}

func (d *deque) push(v runtime.Value) {
	d.state++
	if d.maxlen >= 0 && d.n >= d.maxlen {
		if d.maxlen == 0 {
			return
		}
		d.shift()
	}
	if d.n == len(d.buf) {
		d.grow()
	}
	d.n++
	*d.at(d.n - 1) = v
}

func (d *deque) pushLeft(v runtime.Value) {
	d.state++
	if d.maxlen >= 0 && d.n >= d.maxlen {
		if d.maxlen == 0 {
			return
		}
		d.pop()
	}
	if d.n == len(d.buf) {
		d.grow()
	}
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.buf[d.head] = v
	d.n++
}

// pop and shift take from the ends; there must be an item.
func (d *deque) pop() runtime.Value {
	p := d.at(d.n - 1)
	v := *p
	*p = runtime.Value{}
	d.n--
	d.state++
	d.shrink()
	return v
}

func (d *deque) shift() runtime.Value {
	v := d.buf[d.head]
	d.buf[d.head] = runtime.Value{}
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	d.state++
	d.shrink()
	return v
}

func (d *deque) shrink() {
	if len(d.buf) > 64 && d.n < len(d.buf)/8 {
		buf := make([]runtime.Value, len(d.buf)/4)
		d.copyTo(buf)
		d.buf, d.head = buf, 0
	}
}

func (d *deque) clear() {
	d.buf, d.head, d.n = nil, 0, 0
	d.state++
}

// copyFrom gives d, whose maximal length is o's, the items of o.
func (d *deque) copyFrom(t *runtime.Thread, o *deque) error {
	size := 8
	for size < o.n {
		size *= 2
	}
	if err := t.RoomFor(size, runtime.ValueSize); err != nil {
		return err
	}
	return t.Whole(func() error {
		buf, err := o.rotated(t, max(size, len(o.buf)), 0)
		if err == nil {
			d.clear()
			d.buf, d.n = buf, o.n
		}
		return err
	})
}

func (d *deque) extend(t *runtime.Thread, v runtime.Value, left bool) error {
	if runtime.Is(v, d.Value()) {
		items, err := d.items(t)
		if err != nil {
			return err
		}
		v = runtime.NewList(items).Value()
	}
	n := 0
	return runtime.Iterate(t, v, func(x runtime.Value) error {
		if err := d.growFor(t); err != nil {
			return err
		}
		if left {
			d.pushLeft(x)
		} else {
			d.push(x)
		}
		if n++; n&0xFFFF == 0 {
			return runtime.LongLoop(t, d.n)
		}
		return nil
	})
}

func (d *deque) removeAt(i int) {
	if i < d.n/2 {
		for ; i > 0; i-- {
			*d.at(i) = *d.at(i - 1)
		}
		d.shift()
		return
	}
	for ; i < d.n-1; i++ {
		*d.at(i) = *d.at(i + 1)
	}
	d.pop()
}

func (d *deque) rotate(t *runtime.Thread, k int) error {
	if d.n < 2 {
		return nil
	}
	k %= d.n
	if k < 0 {
		k += d.n
	}
	if k == 0 {
		return nil
	}
	d.state++
	if min(k, d.n-k) >= manyItems {
		return t.Whole(func() error {
			if d.n == 0 { // a signal's handler has cleared it
				return nil
			}
			return d.rotatedAnew(t, len(d.buf), d.n-k%d.n)
		})
	}
	d.rotateFew(k)
	return nil
}

// rotateFew moves k items, or as many as are left of them.
func (d *deque) rotateFew(k int) {
	if k <= d.n/2 {
		for ; k > 0; k-- {
			v := *d.at(d.n - 1)
			*d.at(d.n - 1) = runtime.Value{}
			d.head = (d.head - 1) & (len(d.buf) - 1)
			d.buf[d.head] = v
		}
		return
	}
	for k = d.n - k; k > 0; k-- {
		v := d.buf[d.head]
		d.buf[d.head] = runtime.Value{}
		d.head = (d.head + 1) & (len(d.buf) - 1)
		*d.at(d.n - 1) = v
	}
}

// find gives the position of the first item from i to stop equal to x, or -1.
func (d *deque) find(t *runtime.Thread, x runtime.Value, i, stop int, what string) (int, error) {
	state := d.state
	for ; i < stop && i < d.n; i++ {
		eq, err := runtime.EqualBool(t, *d.at(i), x)
		if err == nil {
			err = t.OftenQuiet(i)
		}
		if err != nil {
			return -1, err
		}
		if state != d.state {
			if what == "remove" {
				return -1, runtime.IndexErrorf("deque mutated during remove().")
			}
			return -1, runtime.RuntimeErrorf("deque mutated during iteration")
		}
		if eq {
			return i, nil
		}
	}
	return -1, nil
}

func asDeque(v runtime.Value) (*deque, bool) { return runtime.Cast[deque](v, &dequeType) }

func dequeIndex(t *runtime.Thread, d *deque, key runtime.Value) (int, error) {
	if !runtime.HasIndex(key) {
		return 0, runtime.TypeErrorf("sequence index must be integer, not '%s'", key.Type().Name)
	}
	i, err := runtime.AsSsize(t, key, runtime.IndexError)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += d.n
	}
	if i < 0 || i >= d.n {
		return 0, runtime.IndexErrorf("deque index out of range")
	}
	return i, nil
}

func dequeRepr(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](v)
	if t.ReprEnter(v) {
		return runtime.NewStr("[...]"), nil
	}
	defer t.ReprLeave()
	tail := "])"
	if d.maxlen >= 0 {
		m, err := runtime.ReprStr(t, runtime.Int(int64(d.maxlen)))
		if err != nil {
			return runtime.Value{}, err
		}
		tail = "], maxlen=" + m + ")"
	}
	items, err := d.items(t)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.ReprItems(t, v.Type().PyName()+"([", items, tail)
}

func dequeCompare(t *runtime.Thread, op runtime.CmpOp, a, b runtime.Value) (runtime.Value, error) {
	x, ok := asDeque(a)
	if !ok {
		return runtime.NotImplemented, nil
	}
	y, ok := asDeque(b)
	if !ok {
		return runtime.NotImplemented, nil
	}
	if x == y {
		return runtime.Bool(op == runtime.CmpEQ || op == runtime.CmpLE || op == runtime.CmpGE), nil
	}
	left, err := x.items(t)
	if err != nil {
		return runtime.Value{}, err
	}
	right, err := y.items(t)
	if err != nil {
		return runtime.Value{}, err
	}
	return runtime.CompareItems(t, op, left, right)
}

// dequeCopy keeps the class by calling it, as copy() of a subclass must.
func dequeCopy(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	if d.Type() == &dequeType {
		r := newDeque(&dequeType, d.maxlen)
		return r.Value(), r.copyFrom(t, d)
	}
	if d.maxlen < 0 {
		return runtime.Call(t, d.Type().Value(), args[0])
	}
	return runtime.Call(t, d.Type().Value(), args[0], runtime.Int(int64(d.maxlen)))
}

func dequeBinary(t *runtime.Thread, op runtime.BinOp, a, b runtime.Value) (runtime.Value, error) {
	switch op {
	case runtime.OpAdd:
		x, ok := asDeque(a)
		if !ok {
			return runtime.NotImplemented, nil
		}
		if _, ok := asDeque(b); !ok {
			return runtime.Value{}, runtime.TypeErrorf("can only concatenate deque (not \"%s\") to deque", b.Type().Name)
		}
		r, err := dequeCopy(t, []runtime.Value{x.Value()})
		if err != nil {
			return runtime.Value{}, err
		}
		return r, runtime.As[deque](r).extend(t, b, false)
	case runtime.OpMul:
		d, ok := asDeque(a)
		if !ok {
			if d, ok = asDeque(b); !ok {
				return runtime.NotImplemented, nil
			}
			b = a
		}
		if !runtime.HasIndex(b) {
			return runtime.NotImplemented, nil
		}
		r, err := dequeCopy(t, []runtime.Value{d.Value()})
		if err != nil {
			return runtime.Value{}, err
		}
		return r, runtime.As[deque](r).repeat(t, b)
	}
	return runtime.NotImplemented, nil
}

func (d *deque) repeat(t *runtime.Thread, count runtime.Value) error {
	k, err := runtime.AsSsize(t, count, runtime.OverflowError)
	if err != nil {
		return err
	}
	if k <= 0 || d.n == 0 {
		d.clear()
		return nil
	}
	items, err := d.items(t)
	if err != nil {
		return err
	}
	if d.maxlen >= 0 && k > d.maxlen/len(items)+1 {
		k = d.maxlen/len(items) + 1
	}
	if k > runtime.MaxItems/len(items) {
		return runtime.NewException(runtime.MemoryError)
	}
	for ; k > 1; k-- {
		for i, x := range items {
			err := d.growFor(t)
			if err == nil {
				err = t.OftenQuiet(i)
			}
			if err != nil {
				return err
			}
			d.push(x)
		}
	}
	return nil
}

func dequeInplace(t *runtime.Thread, op runtime.BinOp, a, b runtime.Value) (runtime.Value, error) {
	d, ok := asDeque(a)
	if !ok {
		return runtime.NotImplemented, nil
	}
	switch op {
	case runtime.OpAdd:
		return a, d.extend(t, b, false)
	case runtime.OpMul:
		if runtime.HasIndex(b) {
			return a, d.repeat(t, b)
		}
	}
	return runtime.NotImplemented, nil
}

func dequeInit(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	d := runtime.As[deque](args[0])
	maxlen := -1
	if !args[2].IsNone() {
		if !runtime.IsIntLike(args[2]) {
			return runtime.Value{}, runtime.TypeErrorf("an integer is required")
		}
		var err error
		if maxlen, err = runtime.AsSsizeArg(t, args[2]); err != nil {
			return runtime.Value{}, err
		}
		if maxlen < 0 {
			return runtime.Value{}, runtime.ValueErrorf("maxlen must be non-negative")
		}
	}
	d.clear()
	d.maxlen = maxlen
	if args[1].IsUnset() {
		return runtime.None, nil
	}
	return runtime.None, d.extend(t, args[1], false)
}

// A dequeIter walks a deque in either direction.
type dequeIter struct {
	runtime.Object
	d     *deque
	i     int // items given
	n     int // items left
	state uint32
}

func newDequeIter(typ *runtime.Type, d *deque) *dequeIter {
	it := runtime.Alloc[dequeIter](typ)
	it.d, it.n, it.state = d, d.n, d.state
	return it
}

func (it *dequeIter) check() error {
	if it.d.state != it.state {
		it.n = 0
		return runtime.RuntimeErrorf("deque mutated during iteration")
	}
	return nil
}

func dequeIterNext(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
	it := runtime.As[dequeIter](v)
	if err := it.check(); err != nil {
		return runtime.Value{}, err
	}
	if it.n == 0 {
		return runtime.Value{}, nil
	}
	it.i++
	it.n--
	if it.Type() == &dequeRevIterType {
		return *it.d.at(it.d.n - it.i), nil
	}
	return *it.d.at(it.i - 1), nil
}

func dequeIterNew(typ *runtime.Type) runtime.NativeFn {
	if typ == &dequeIterType {
		return func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
			return makeDequeIter(t, &dequeIterType, args)
		}
	}
	return func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
		return makeDequeIter(t, &dequeRevIterType, args)
	}
}

func makeDequeIter(t *runtime.Thread, typ *runtime.Type, args []runtime.Value) (runtime.Value, error) {
	d, ok := asDeque(args[1])
	if !ok {
		return runtime.Value{}, runtime.TypeErrorf("argument 1 must be collections.deque, not %s", args[1].Type().Name)
	}
	it := newDequeIter(typ, d)
	skip, err := runtime.AsSsize(t, args[2], nil)
	if err != nil {
		return runtime.Value{}, err
	}
	skip = min(max(skip, 0), it.n)
	it.i, it.n = skip, it.n-skip
	return it.Value(), nil
}
