package runtime

const bytesDoc = `bytes(iterable_of_ints) -> bytes
bytes(string, encoding[, errors]) -> bytes
bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
bytes(int) -> that many zero bytes
bytes() -> empty bytes object

An immutable row of bytes.`

func bytesSizeof(t *Thread, args []Value) (Value, error) {
	return Int(int64(33 + len(As[Bytes](args[0]).s))), nil
}

// bytesStrSlot is str() of bytes.
func bytesStrSlot(t *Thread, v Value) (Value, error) {
	if err := warnBytes(t, "str() on a bytes instance"); err != nil {
		return Value{}, err
	}
	return bytesRepr(t, v)
}

// bytearrayStr is str() of bytearray.
func bytearrayStr(t *Thread, v Value) (Value, error) {
	if err := warnBytes(t, "str() on a bytearray instance"); err != nil {
		return Value{}, err
	}
	return bytearrayRepr(t, v)
}

// warnBytes issues the warnings of -b.
func warnBytes(t *Thread, msg string) error {
	if t == nil || t.VM == nil || !t.VM.WarnBytes {
		return nil
	}
	return Warn(t, BytesWarning, msg)
}

func init() {
	Define(&bytesType, TypeSpec{
		Name: "bytes", Doc: bytesDoc, Size: SizeOf[Bytes](), Flags: FlagBase | FlagMatchSelf,
		Slots: Slots{Repr: bytesRepr, Str: bytesStrSlot, Hash: bytesHash, Compare: bytesCompare, Len: bytesLen,
			GetItem: bytesGetItem, Contains: bytesContains, Iter: bytesIterNew, Binary: bytesBinary, Buffer: bytesBuffer},
		BinOps: []BinOp{OpAdd, OpMul, OpMod},
		New:    Method{Sig: "source=?, encoding=?, errors=?", Fn: bytesNew},
		Methods: append(bytesCommon(), []Method{
			{Name: "__bytes__", Fn: bytesDunderBytes},
			{Name: "__getnewargs__", Fn: bytesGetNewArgs},
			{Name: "__sizeof__", Fn: bytesSizeof},
		}...),
	})
}
