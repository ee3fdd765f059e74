package runtime

// What PickleBuffer asks of the view that it holds.

// Contiguous says that the view's memory has no gaps, in C's or Fortran's order.
func (m *Memoryview) Contiguous() bool { return m.contiguous() }

// ReadOnly says that the view cannot be written through.
func (m *Memoryview) ReadOnly() bool { return m.readOnly }

// Raw is the memory of a contiguous view, in the order in which it lies.
func (m *Memoryview) Raw() []byte {
	return m.b[m.off : m.off+m.count()*m.itemSize]
}

// RawView is a view of the same memory as plain bytes.
func (m *Memoryview) RawView() Value {
	n := m.view()
	size := m.count() * m.itemSize
	n.format, n.itemSize, n.shape, n.strides = "B", 1, []int{size}, []int{1}
	return n.Value()
}

// AsReadOnly is a view of the same memory that cannot be written through.
func (m *Memoryview) AsReadOnly() Value {
	n := m.view()
	n.readOnly = true
	return n.Value()
}

// Release gives the memory up, as the method release does.
func (m *Memoryview) Release() { m.release() }
