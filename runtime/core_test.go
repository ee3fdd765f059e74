package runtime

import (
	"testing"
	"unsafe"
)

// The size of a Value and the readiness of every builtin type are what the
// rest of the package stands on.
func TestValueSize(t *testing.T) {
	if n := unsafe.Sizeof(Value{}); n != 16 {
		t.Fatalf("Value is %d bytes, want 16", n)
	}
}

func TestBuiltinTypesAreReady(t *testing.T) {
	for _, typ := range BuiltinTypes() {
		if !typ.readied || len(typ.MRO) == 0 || typ.MRO[len(typ.MRO)-1] != &objectType || typ.layout == nil {
			t.Errorf("%s is not ready", typ.Name)
		}
	}
}
