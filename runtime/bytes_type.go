package runtime

const bytesDoc = `bytes(iterable_of_ints) -> bytes
bytes(string, encoding[, errors]) -> bytes
bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
bytes(int) -> that many zero bytes
bytes() -> empty bytes object

An immutable row of bytes.`

var bytesMethods = []Method{}

func init() {
	Define(&bytesType, TypeSpec{
		Name: "bytes", Doc: bytesDoc, Size: SizeOf[Bytes](), Flags: FlagBase | FlagMatchSelf,
		Slots: Slots{Repr: bytesRepr, Str: bytesRepr, Hash: bytesHash, Compare: bytesCompare, Len: bytesLen,
			GetItem: bytesGetItem, Contains: bytesContains, Iter: bytesIterNew, Binary: bytesBinary, Buffer: bytesBuffer},
		BinOps:  []BinOp{OpAdd, OpMul, OpMod},
		Methods: bytesMethods,
	})
}
