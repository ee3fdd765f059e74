package runtime

func dictSizeof(t *Thread, args []Value) (Value, error) {
	d := As[Dict](args[0])
	return Int(int64(96 + 40*cap(d.entries) + 4*len(d.index))), nil
}

func init() {
	view := func(kind DictKind) NativeFn {
		fns := [...]NativeFn{
			func(t *Thread, args []Value) (Value, error) { return NewDictView(As[Dict](args[0]), DictKeys), nil },
			func(t *Thread, args []Value) (Value, error) { return NewDictView(As[Dict](args[0]), DictValues), nil },
			func(t *Thread, args []Value) (Value, error) { return NewDictView(As[Dict](args[0]), DictItems), nil },
		}
		return fns[kind]
	}
	Define(&dictType, TypeSpec{
		Name: "dict", Size: SizeOf[Dict](), Flags: FlagBase | FlagMapping | FlagMatchSelf, NoHash: true,
		Doc: "dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n" +
			"    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n" +
			"        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n" +
			"    in the keyword argument list.  For example:  dict(one=1, two=2)",
		Slots: Slots{Repr: dictRepr, Compare: dictCompare, Iter: dictIter, Len: dictLen, GetItem: dictGetItem,
			SetItem: dictSetItem, Contains: dictContains, Binary: dictBinary, Inplace: dictInplace},
		BinOps: []BinOp{OpOr}, InOps: []BinOp{OpOr},
		New:  Method{Raw: dictNew},
		Init: Method{Raw: dictInit},
		Make: func(t *Thread, args []Value) (Value, error) {
			d := NewDict()
			if err := dictFill(t, "dict", d, args, nil); err != nil {
				return Value{}, err
			}
			return d.Value(), nil
		},
		Methods: []Method{
			{Name: "clear", Fn: func(t *Thread, args []Value) (Value, error) {
				As[Dict](args[0]).Clear()
				return None, nil
			}, Doc: "D.clear() -> None.  Remove all items from D."},
			{Name: "copy", Fn: func(t *Thread, args []Value) (Value, error) {
				d, err := dictCopyAny(t, As[Dict](args[0]))
				if err != nil {
					return Value{}, err
				}
				return d.Value(), nil
			}, Doc: "D.copy() -> a shallow copy of D"},
			{Name: "fromkeys", Sig: "iterable, value=None, /", Fn: DictFromKeys, Kind: ClassMethod,
				Doc: "Create a new dictionary with keys from iterable and values set to value."},
			{Name: "get", Sig: "key, default=None, /", Fn: dictGet, Doc: "Return the value for key if key is in the dictionary, else default."},
			{Name: "items", Fn: view(DictItems), Doc: "D.items() -> a set-like object providing a view on D's items"},
			{Name: "keys", Fn: view(DictKeys), Doc: "D.keys() -> a set-like object providing a view on D's keys"},
			{Name: "pop", Sig: "key, default=?, /", Fn: dictPop,
				Doc: "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\n\n" +
					"If the key is not found, return the default if given; otherwise,\nraise a KeyError."},
			{Name: "popitem", Fn: dictPopItem,
				Doc: "Remove and return a (key, value) pair as a 2-tuple.\n\nPairs are returned in LIFO (last-in, first-out) order.\n" +
					"Raises KeyError if the dict is empty."},
			{Name: "setdefault", Sig: "key, default=None, /", Fn: dictSetDefault,
				Doc: "Insert key with a value of default if key is not in the dictionary.\n\n" +
					"Return the value for key if key is in the dictionary, else default."},
			{Name: "update", Raw: dictUpdate,
				Doc: "D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.\n" +
					"If E is present and has a .keys() method, then does:  for k in E: D[k] = E[k]\n" +
					"If E is present and lacks a .keys() method, then does:  for k, v in E: D[k] = v\n" +
					"In either case, this is followed by: for k in F:  D[k] = F[k]"},
			{Name: "values", Fn: view(DictValues), Doc: "D.values() -> an object providing a view on D's values"},
			{Name: "__reversed__", Fn: func(t *Thread, args []Value) (Value, error) {
				return newDictRevIter(As[Dict](args[0]), DictKeys), nil
			}, Doc: "Return a reverse iterator over the dict keys."},
			{Name: "__sizeof__", Fn: dictSizeof, Doc: "D.__sizeof__() -> size of D in memory, in bytes"},
			ClassGetItem(),
		},
	})
}
