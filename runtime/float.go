package runtime

// A FloatObj is an instance of a subclass of float.
type FloatObj struct {
	Object
	F float64
}

// FloatOf gives the value of a float or an instance of a float subclass.
func FloatOf(v Value) (float64, bool) {
	if v.IsFloat() {
		return v.AsFloat64(), true
	}
	if o, ok := Cast[FloatObj](v, FloatType); ok {
		return o.F, true
	}
	return 0, false
}
