package runtime

// AsType gives the class behind v if v is one.
func AsType(v Value) (*Type, bool) {
	if v.ref == nil || v.Type().layout != &typeType {
		return nil, false
	}
	return As[Type](v), true
}

// Value is the class as an object.
func (t *Type) Value() Value { return t.Object.Value() }
