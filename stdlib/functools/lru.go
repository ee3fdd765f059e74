package functools

import "github.com/minipy/minipy/runtime"

// An lru is a function with a cache of results. The cache is a Dict whose last
// entry is the one used last.
type lru struct {
	runtime.Object
	attrs        runtime.Attrs
	fn           runtime.Value
	cache        *runtime.Dict
	maxsize      int // -1: unbounded
	typed        bool
	infoType     runtime.Value
	hits, misses int64
}

var lruType, markType runtime.Type

// kwMark divides positional from keyword arguments in a key; no other value
// is identical to it.
var kwMark = func() *runtime.Object {
	o := &runtime.Object{}
	o.Init(&markType)
	return o
}()

func lruNew(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	cls, err := runtime.ClassArg(args[:1], &lruType)
	if err != nil {
		return runtime.Value{}, err
	}
	if !runtime.IsCallable(args[1]) {
		return runtime.Value{}, runtime.TypeErrorf("the first argument must be callable")
	}
	maxsize := -1
	if !args[2].IsNone() {
		if !runtime.HasIndex(args[2]) {
			return runtime.Value{}, runtime.TypeErrorf("maxsize should be integer or None")
		}
		if maxsize, err = runtime.AsSsizeArg(t, args[2]); err != nil {
			return runtime.Value{}, err
		}
		maxsize = max(maxsize, 0)
	}
	typed, err := runtime.IsTrue(t, args[3])
	if err != nil {
		return runtime.Value{}, err
	}
	c := runtime.Alloc[lru](cls)
	c.fn, c.maxsize, c.typed, c.infoType, c.cache = args[1], maxsize, typed, args[4], runtime.NewDict()
	return c.Value(), nil
}

// key makes the cache key of a call: a lone int or str is its own.
func (c *lru) key(args []runtime.Value, names []*runtime.Str) runtime.Value {
	if !c.typed && len(names) == 0 {
		if len(args) == 1 && (args[0].IsInt() || args[0].Type() == runtime.StrType) {
			return args[0]
		}
		return runtime.NewTuple(args)
	}
	npos := len(args) - len(names)
	parts := append(make([]runtime.Value, 0, 2*len(args)+len(names)+1), args[:npos]...)
	if len(names) > 0 {
		parts = append(parts, kwMark.Value())
		for i, n := range names {
			parts = append(parts, n.Value(), args[npos+i])
		}
	}
	if c.typed {
		for _, a := range args {
			parts = append(parts, a.Type().Value())
		}
		if len(parts) == 1 {
			return parts[0]
		}
	}
	return runtime.NewTuple(parts)
}

func lruCall(t *runtime.Thread, v runtime.Value, args []runtime.Value, names []*runtime.Str) (runtime.Value, error) {
	c := runtime.As[lru](v)
	if c.maxsize == 0 {
		c.misses++
		return runtime.CallArgs(t, c.fn, args, names)
	}
	key := c.key(args, names)
	hash, err := c.cache.KeyHash(t, key)
	if err != nil {
		return runtime.Value{}, err
	}
	var r runtime.Value
	var ok bool
	if c.maxsize < 0 {
		r, ok, err = c.cache.GetHash(t, key, hash)
	} else {
		r, ok, err = c.cache.GetMoved(t, key, hash)
	}
	if err != nil {
		return runtime.Value{}, err
	}
	if ok {
		c.hits++
		return r, nil
	}
	c.misses++
	if r, err = runtime.CallArgs(t, c.fn, args, names); err != nil {
		return runtime.Value{}, err
	}
	hash = c.cache.HashAfter(key, hash)
	if c.maxsize < 0 {
		return r, c.cache.SetHash(t, key, r, hash)
	}
	// the call may have cached the same key, or filled the cache, itself
	if _, ok, err = c.cache.GetHash(t, key, hash); err != nil || ok {
		return r, err
	}
	if c.cache.Len() >= c.maxsize {
		c.cache.PopItem(false)
	}
	return r, c.cache.SetHash(t, key, r, hash)
}

func lruGet(t *runtime.Thread, d, obj, owner runtime.Value) (runtime.Value, error) {
	if obj.IsUnset() || obj.IsNone() {
		return d, nil
	}
	return runtime.NewMethod(d, obj), nil
}

func lruInfo(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[lru](args[0])
	maxsize := runtime.None
	if c.maxsize >= 0 {
		maxsize = runtime.Int(int64(c.maxsize))
	}
	return runtime.Call(t, c.infoType, runtime.Int(c.hits), runtime.Int(c.misses), maxsize, runtime.Int(int64(c.cache.Len())))
}

func lruClear(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
	c := runtime.As[lru](args[0])
	c.hits, c.misses = 0, 0
	c.cache.Clear()
	return runtime.None, nil
}

func self(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) { return args[0], nil }

func init() {
	runtime.Define(&markType, runtime.TypeSpec{Name: "object", Size: runtime.SizeOf[runtime.Object](), Flags: runtime.FlagDisallowNew})
	runtime.Define(&lruType, runtime.TypeSpec{
		Name: "functools._lru_cache_wrapper", Size: runtime.SizeOf[lru](), Flags: runtime.FlagBase, AttrOff: runtime.SizeOf[runtime.Object]().Bytes(),
		Doc:   "Create a cached callable that wraps another function.",
		Slots: runtime.Slots{Call: lruCall, DescrGet: lruGet},
		New:   runtime.Method{Sig: "user_function, maxsize, typed, cache_info_type", Fn: lruNew},
		Methods: []runtime.Method{
			{Name: "cache_info", Fn: lruInfo, Doc: "Report cache statistics"},
			{Name: "cache_clear", Fn: lruClear, Doc: "Clear the cache and cache statistics"},
			{Name: "__reduce__", Fn: func(t *runtime.Thread, args []runtime.Value) (runtime.Value, error) {
				return runtime.GetAttrS(t, args[0], "__qualname__")
			}},
			{Name: "__copy__", Fn: self},
			{Name: "__deepcopy__", Sig: "memo, /", Fn: self},
		},
		GetSets: []runtime.GetSet{runtime.DictGetSet()},
	})
}
