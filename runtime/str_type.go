package runtime

const strDoc = `str(object='') -> str
str(bytes_or_buffer[, encoding[, errors]]) -> str

Text: what object's __str__ says of it, or, with an encoding or errors, the
decoded bytes (UTF-8 and strict if not given).`

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
		if obj.IsInt() && cls == &strType {
			return NewIntStr(obj.AsInt64()), nil
		}
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
	{Name: "capitalize", Fn: strCapitalize},
	caseMethod("casefold", TextCasefold, foldByte),
	{Name: "__format__", Sig: "format_spec, /", Fn: StrFormatMethod, Doc: "Return a formatted version of the string as described by format_spec."},
	{Name: "center", Sig: "width, fillchar=' ', /", Fn: strCenter},
	{Name: "count", Raw: strCount},
	{Name: "encode", Sig: "encoding='utf-8', errors='strict'", Fn: strEncode},
	{Name: "endswith", Raw: strEndsWith},
	{Name: "expandtabs", Sig: "tabsize=8", Fn: strExpandTabs},
	{Name: "find", Raw: strFind},
	{Name: "format", Raw: strFormatMethod},
	{Name: "format_map", Sig: "mapping, /", Fn: strFormatMap},
	{Name: "index", Raw: strIndex},
	isFlagMethod("isalnum", UniAlpha|UniDecimal|UniDigit|UniNumeric),
	isFlagMethod("isalpha", UniAlpha),
	isMethod("isascii", textIsASCII),
	isFlagMethod("isdecimal", UniDecimal),
	isFlagMethod("isdigit", UniDigit),
	isMethod("isidentifier", IsIdentifier),
	isMethod("islower", textIsLower),
	isFlagMethod("isnumeric", UniNumeric),
	isMethod("isprintable", func(s string) bool { return s == "" || everyRune(s, UniPrintable) }),
	isFlagMethod("isspace", UniSpace),
	isMethod("istitle", textIsTitle),
	isMethod("isupper", textIsUpper),
	{Name: "join", Sig: "iterable, /", Fn: strJoin},
	{Name: "ljust", Sig: "width, fillchar=' ', /", Fn: strLJust},
	{Name: "lower", Fn: strLower},
	{Name: "lstrip", Sig: "chars=None, /", Fn: strLStrip},
	{Name: "maketrans", Sig: "x, y=?, z=?, /", Fn: strMakeTrans, Kind: StaticMethod},
	{Name: "partition", Sig: "sep, /", Fn: strPartition},
	{Name: "removeprefix", Sig: "prefix, /", Fn: strRemovePrefix},
	{Name: "removesuffix", Sig: "suffix, /", Fn: strRemoveSuffix},
	{Name: "replace", Sig: "old, new, count=-1, /", Fn: strReplace},
	{Name: "rfind", Raw: strRFind},
	{Name: "rindex", Raw: strRIndex},
	{Name: "rjust", Sig: "width, fillchar=' ', /", Fn: strRJust},
	{Name: "rpartition", Sig: "sep, /", Fn: strRPartition},
	{Name: "rsplit", Sig: "sep=None, maxsplit=-1", Fn: strRSplit},
	{Name: "rstrip", Sig: "chars=None, /", Fn: strRStrip},
	{Name: "split", Sig: "sep=None, maxsplit=-1", Fn: strSplit},
	{Name: "splitlines", Sig: "keepends=False", Fn: strSplitLines},
	{Name: "startswith", Raw: strStartsWith},
	{Name: "strip", Sig: "chars=None, /", Fn: strStrip},
	caseMethod("swapcase", TextSwapcase, swapByte),
	caseMethod("title", TextTitle, titleByte),
	{Name: "translate", Sig: "table, /", Fn: strTranslate},
	{Name: "upper", Fn: strUpper},
	{Name: "zfill", Sig: "width, /", Fn: strZFill},
	{Name: "__getnewargs__", Fn: strGetNewArgs},
	{Name: "__sizeof__", Fn: strSizeof},
}

func init() {
	Define(&strType, TypeSpec{
		Name: "str", Doc: strDoc, Size: SizeOf[Str](), Flags: FlagBase | FlagMatchSelf,
		Slots: Slots{Repr: strRepr, Str: strToStr, Hash: strHash, Compare: strCompare, Len: strLen,
			GetItem: strGetItem, Contains: strContains, Iter: strIterNew, Binary: strBinary},
		BinOps: []BinOp{OpAdd, OpMul, OpMod},
		New:    Method{Sig: "object=?, encoding=?, errors=?", Fn: strNew},
		Make: func(t *Thread, args []Value) (Value, error) {
			if len(args) != 1 {
				return Value{}, nil
			}
			return ToStr(t, args[0])
		},
		Methods: strMethods,
	})
}
