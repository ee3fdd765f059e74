package runtime

const strDoc = `str(object='') -> str
str(bytes_or_buffer[, encoding[, errors]]) -> str

Create a new string object from the given object. If encoding or
errors is specified, then the object must expose a data buffer
that will be decoded using the given encoding and error handler.
Otherwise, returns the result of object.__str__() (if defined)
or repr(object).
encoding defaults to sys.getdefaultencoding().
errors defaults to 'strict'.`

// strNew is str(object, encoding, errors).
func strNew(t *Thread, args []Value) (Value, error) {
	cls := As[Type](args[0])
	obj, enc, errs := args[1], args[2], args[3]
	var v Value
	var err error
	switch {
	case obj.IsUnset():
		v = emptyStr
	case enc.IsUnset() && errs.IsUnset():
		if v, err = ToStr(t, obj); err != nil {
			return Value{}, err
		}
	default:
		if v, err = decodeObject(t, obj, enc, errs); err != nil {
			return Value{}, err
		}
	}
	if cls == &strType {
		return v, nil
	}
	return subclassStr(cls, As[Str](v)), nil
}

// subclassStr makes an instance of a subclass of str.
func subclassStr(cls *Type, from *Str) Value {
	p := Alloc[Str](cls)
	p.s, p.hash = from.s, from.hash
	p.meta = from.meta &^ (strInterned | strSum)
	return p.Value()
}

func strGetNewArgs(t *Thread, args []Value) (Value, error) {
	return TupleOf(As[Str](args[0]).plain()), nil
}

func strSizeof(t *Thread, args []Value) (Value, error) {
	p := As[Str](args[0])
	n := p.Len()
	if p.meta&strASCII != 0 {
		return Int(int64(49 + n)), nil
	}
	width, head := 1, 73
	for s := p.s; len(s) > 0 && width < 4; {
		r, w := DecodeRune(s)
		if r > 0xFFFF {
			width, head = 4, 76
		} else if r > 0xFF && width < 2 {
			width, head = 2, 74
		}
		s = s[w:]
	}
	return Int(int64(head + width*n)), nil
}

var strMethods = []Method{
	{Name: "__getnewargs__", Fn: strGetNewArgs},
	{Name: "__sizeof__", Fn: strSizeof, Doc: "Return the size of the string in memory, in bytes."},
}

func init() {
	Define(&strType, TypeSpec{
		Name: "str", Doc: strDoc, Size: SizeOf[Str](), Flags: FlagBase | FlagMatchSelf,
		Slots: Slots{Repr: strRepr, Str: strToStr, Hash: strHash, Compare: strCompare, Len: strLen,
			GetItem: strGetItem, Contains: strContains, Iter: strIterNew, Binary: strBinary},
		BinOps:  []BinOp{OpAdd, OpMul, OpMod},
		New:     Method{Sig: "object=?, encoding=?, errors=?", Fn: strNew},
		Methods: strMethods,
	})
}
