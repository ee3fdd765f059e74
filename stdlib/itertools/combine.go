package itertools

import "github.com/minipy/minipy/runtime"

// A combining is one of product, permutations, combinations and
// combinations_with_replacement: indices into pools, moved on at each step.
type combining struct {
	runtime.Object
	pools   [][]runtime.Value // product: one a position; else one for all
	indices []int
	cycles  []int // permutations: how many turns each position has left
	r       int
	started bool
	stopped bool
}

var productType, permutationsType, combinationsType, combReplType runtime.Type

func productNew(t *runtime.Thread, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args, &productType)
	if err != nil {
		return done(err)
	}
	n := len(args) - len(names)
	repeat := 1
	for i, name := range names {
		if name.String() != "repeat" {
			return done(runtime.TypeErrorf("'%s' is an invalid keyword argument for product()", name.String()))
		}
		if repeat, err = runtime.AsSsizeArg(t, args[n+i]); err != nil {
			return done(err)
		}
		if repeat < 0 {
			return done(runtime.ValueErrorf("repeat argument cannot be negative"))
		}
	}
	args = args[1:n]
	if repeat > 0 && len(args) > 1<<60/repeat {
		return done(runtime.OverflowErrorf("repeat argument too large"))
	}
	if repeat > 0 && len(args) > runtime.MaxItems/repeat {
		return done(runtime.NewException(runtime.MemoryError))
	}
	if repeat == 0 {
		args = nil
	}
	if err := t.RoomFor(len(args)*repeat, poolSize); err != nil {
		return done(err)
	}
	p := runtime.Alloc[combining](cls)
	pools := make([][]runtime.Value, len(args))
	for i, a := range args {
		if pools[i], err = runtime.ToSlice(t, a); err != nil {
			return done(err)
		}
	}
	for ; repeat > 0 && len(pools) > 0; repeat-- {
		p.pools = append(p.pools, pools...)
	}
	for _, pool := range p.pools {
		p.stopped = p.stopped || len(pool) == 0
	}
	p.r = len(p.pools)
	p.indices = make([]int, p.r)
	return p.Value(), nil
}

// itemSize and poolSize are what an item of a result and a pool take.
const (
	itemSize = 16
	poolSize = 32
)

// pick makes the tuple that the indices say.
func (c *combining) pick() runtime.Value {
	r := runtime.MakeTuple(c.r)
	out := r.Items()
	if len(c.pools) > 1 {
		for i, pool := range c.pools {
			out[i] = pool[c.indices[i]]
		}
		return r.Value()
	}
	if len(out) > 0 {
		pool := c.pools[0]
		for i, j := range c.indices[:len(out)] {
			out[i] = pool[j]
		}
	}
	return r.Value()
}

// advance is the common part of Next: move says whether there is a next step.
func (c *combining) advance(t *runtime.Thread, move func(c *combining) bool) (runtime.Value, error) {
	if c.stopped {
		return done(nil)
	}
	if err := t.RoomFor(c.r, itemSize); err != nil {
		return done(err)
	}
	if c.r > 1<<10 {
		if err := t.Pending(); err != nil {
			return done(err)
		}
	}
	if !c.started {
		c.started = true
		return c.pick(), nil
	}
	if !move(c) {
		c.stopped = true
		return done(nil)
	}
	return c.pick(), nil
}

func productMove(c *combining) bool {
	for i := c.r - 1; i >= 0; i-- {
		pool := c.pools[0]
		if len(c.pools) > 1 {
			pool = c.pools[i]
		}
		if c.indices[i]++; c.indices[i] < len(pool) {
			return true
		}
		c.indices[i] = 0
	}
	return false
}

func combinationsMove(c *combining) bool {
	n := len(c.pools[0])
	i := c.r - 1
	for i >= 0 && c.indices[i] == i+n-c.r {
		i--
	}
	if i < 0 {
		return false
	}
	c.indices[i]++
	for i++; i < c.r; i++ {
		c.indices[i] = c.indices[i-1] + 1
	}
	return true
}

func combReplMove(c *combining) bool {
	n := len(c.pools[0])
	i := c.r - 1
	for i >= 0 && c.indices[i] == n-1 {
		i--
	}
	if i < 0 {
		return false
	}
	for k := c.indices[i] + 1; i < c.r; i++ {
		c.indices[i] = k
	}
	return true
}

func permutationsMove(c *combining) bool {
	n := len(c.indices)
	for i := c.r - 1; i >= 0; i-- {
		if c.cycles[i]--; c.cycles[i] == 0 {
			first := c.indices[i]
			copy(c.indices[i:], c.indices[i+1:])
			c.indices[n-1] = first
			c.cycles[i] = n - i
			continue
		}
		j := n - c.cycles[i]
		c.indices[i], c.indices[j] = c.indices[j], c.indices[i]
		return true
	}
	return false
}

// newCombining makes one over a single pool, of tuples of length r.
func newCombining(t *runtime.Thread, cls *runtime.Type, iterable, r runtime.Value) (*combining, error) {
	pool, err := runtime.ToSlice(t, iterable)
	if err != nil {
		return nil, err
	}
	c := runtime.Alloc[combining](cls)
	c.pools = [][]runtime.Value{pool}
	c.r = len(pool)
	if !r.IsNone() {
		if c.r, err = runtime.AsSsizeArg(t, r); err != nil {
			return nil, err
		}
		if c.r < 0 {
			return nil, runtime.ValueErrorf("r must be non-negative")
		}
		if c.r > runtime.MaxItems {
			return nil, runtime.NewException(runtime.MemoryError)
		}
	}
	return c, t.RoomFor(c.r, itemSize)
}

func count(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func combinationsNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &combinationsType)
	if err != nil {
		return done(err)
	}
	if !runtime.HasIndex(args[2]) {
		return done(runtime.TypeErrorf("'%s' object cannot be interpreted as an integer", args[2].Type().Name))
	}
	c, err := newCombining(t, cls, args[1], args[2])
	if err != nil {
		return done(err)
	}
	if c.stopped = c.r > len(c.pools[0]); !c.stopped {
		c.indices = count(c.r)
	}
	return c.Value(), nil
}

func combReplNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &combReplType)
	if err != nil {
		return done(err)
	}
	if !runtime.HasIndex(args[2]) {
		return done(runtime.TypeErrorf("'%s' object cannot be interpreted as an integer", args[2].Type().Name))
	}
	c, err := newCombining(t, cls, args[1], args[2])
	if err != nil {
		return done(err)
	}
	c.stopped = c.r > 0 && len(c.pools[0]) == 0
	c.indices = make([]int, c.r)
	return c.Value(), nil
}

func permutationsNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := newIter(args, &permutationsType)
	if err != nil {
		return done(err)
	}
	if !args[2].IsNone() && !runtime.IsIntLike(args[2]) {
		return done(runtime.TypeErrorf("Expected int as r"))
	}
	c, err := newCombining(t, cls, args[1], args[2])
	if err != nil {
		return done(err)
	}
	n := len(c.pools[0])
	if c.stopped = c.r > n; !c.stopped {
		c.indices = count(n)
		c.cycles = make([]int, c.r)
		for i := range c.cycles {
			c.cycles[i] = n - i
		}
	}
	return c.Value(), nil
}

func ints(xs []int) runtime.Value {
	r := runtime.MakeTuple(len(xs))
	for i, x := range xs {
		r.Items()[i] = runtime.Int(int64(x))
	}
	return r.Value()
}

// combiningReduce gives the constructor's arguments and the position.
func combiningReduce(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[combining](args[0])
	cls := c.Type()
	var ctor runtime.Value
	if cls.IsSubtype(&productType) {
		pools := make([]runtime.Value, len(c.pools))
		for i, p := range c.pools {
			pools[i] = runtime.NewTuple(p)
		}
		ctor = runtime.NewTuple(pools)
		if c.stopped {
			ctor = runtime.TupleOf(runtime.TupleOf())
		}
	} else {
		pool := runtime.NewTuple(c.pools[0])
		if c.stopped {
			pool = runtime.TupleOf()
		}
		ctor = runtime.TupleOf(pool, runtime.Int(int64(c.r)))
	}
	if !c.started || c.stopped {
		return runtime.TupleOf(cls.Value(), ctor), nil
	}
	if cls.IsSubtype(&permutationsType) {
		return runtime.TupleOf(cls.Value(), ctor, runtime.TupleOf(ints(c.indices), ints(c.cycles))), nil
	}
	return runtime.TupleOf(cls.Value(), ctor, ints(c.indices)), nil
}

func combiningSetState(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[combining](args[0])
	bad := runtime.ValueErrorf("invalid arguments")
	read := func(v runtime.Value, n int, limit func(i int) int) ([]int, error) {
		s, ok := runtime.AsTuple(v)
		if !ok || s.Len() != n {
			return nil, bad
		}
		out := make([]int, n)
		for i, x := range s.Items() {
			k, err := runtime.AsSsizeArg(t, x)
			if err != nil {
				return nil, err
			}
			out[i] = min(max(k, 0), limit(i))
		}
		return out, nil
	}
	if c.stopped {
		return runtime.None, nil
	}
	state := args[1]
	var err error
	if c.Type().IsSubtype(&permutationsType) {
		s, ok := runtime.AsTuple(state)
		if !ok || s.Len() != 2 {
			return done(bad)
		}
		n := len(c.pools[0])
		if c.cycles, err = read(s.Items()[1], c.r, func(i int) int { return n - i }); err != nil {
			return done(err)
		}
		for i := range c.cycles {
			c.cycles[i] = max(c.cycles[i], 1)
		}
		state = s.Items()[0]
	}
	c.indices, err = read(state, len(c.indices), func(i int) int {
		if len(c.pools) > 1 {
			return len(c.pools[i]) - 1
		}
		return len(c.pools[0]) - 1
	})
	if err != nil {
		return done(err)
	}
	c.started = true
	return runtime.None, nil
}

func init() {
	step := func(move func(c *combining) bool) runtime.UnaryFn {
		return func(t *runtime.Thread, v runtime.Value) (runtime.Value, error) {
			return runtime.As[combining](v).advance(t, move)
		}
	}
	methods := []runtime.Method{row("__reduce__", "", combiningReduce), row("__setstate__", "state, /", combiningSetState)}
	runtime.Define(&productType, runtime.TypeSpec{Name: "itertools.product", Size: runtime.SizeOf[combining](), Flags: runtime.FlagBase,
		Doc: "product(*iterables, repeat=1) --> product object\n\nCartesian product of input iterables.  Equivalent to nested for-loops.\n\n" +
			"For example, product(A, B) returns the same as:  ((x,y) for x in A for y in B).\nThe leftmost iterators are in the outermost for-loop, so the output tuples\n" +
			"cycle in a manner similar to an odometer (with the rightmost element changing\non every iteration).",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: step(productMove)}, New: runtime.Method{Raw: productNew}, Methods: methods})
	runtime.Define(&permutationsType, runtime.TypeSpec{Name: "itertools.permutations", Size: runtime.SizeOf[combining](), Flags: runtime.FlagBase,
		Doc:   "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: step(permutationsMove)}, New: runtime.Method{Sig: "iterable, r=None", Fn: permutationsNew}, Methods: methods})
	runtime.Define(&combinationsType, runtime.TypeSpec{Name: "itertools.combinations", Size: runtime.SizeOf[combining](), Flags: runtime.FlagBase,
		Doc:   "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: step(combinationsMove)}, New: runtime.Method{Sig: "iterable, r", Fn: combinationsNew}, Methods: methods})
	runtime.Define(&combReplType, runtime.TypeSpec{Name: "itertools.combinations_with_replacement", Size: runtime.SizeOf[combining](), Flags: runtime.FlagBase,
		Doc: "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.\n\n" +
			"combinations_with_replacement('ABC', 2) --> ('A','A'), ('A','B'), ('A','C'), ('B','B'), ('B','C'), ('C','C')\"",
		Slots: runtime.Slots{Iter: runtime.SelfIter, Next: step(combReplMove)}, New: runtime.Method{Sig: "iterable, r", Fn: combReplNew}, Methods: methods})
}
