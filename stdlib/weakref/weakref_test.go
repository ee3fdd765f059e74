package weakref

import (
	"runtime"
	"testing"
	"time"

	rt "github.com/minipy/minipy/runtime"
)

// makeRef makes a weak reference to a module object that nothing else holds.
func makeRef(t *testing.T, th *rt.Thread) rt.Value {
	m := rt.NewModule("m")
	args := []rt.Value{refType.Value(), rt.TupleOf(m.Value(), rt.True), rt.NewDict().Value()}
	r, err := refNew(th, args)
	if err != nil {
		t.Fatal(err)
	}
	got, err := refCall(th, r, nil, nil)
	if err != nil || !rt.Is(got, m.Value()) {
		t.Fatalf("live reference gives %v, %v", got, err)
	}
	return r
}

func TestDeath(t *testing.T) {
	th := &rt.Thread{VM: rt.NewVM()}
	r := makeRef(t, th)
	for range 10_000 {
		runtime.GC()
		time.Sleep(time.Millisecond)
		if v, _ := refCall(th, r, nil, nil); v.IsNone() {
			break
		}
	}
	if v, _ := refCall(th, r, nil, nil); !v.IsNone() {
		t.Error("the reference keeps its object alive")
	}
	var due []rt.Value
	for i := 0; i < 10_000 && len(due) == 0; i++ {
		due = th.VM.Finalizers.Take()
		time.Sleep(time.Millisecond)
	}
	if len(due) != 1 || !due[0].IsExactly(&deathType) {
		t.Errorf("queued: %v", due)
	}
}

func TestNotReferable(t *testing.T) {
	for _, v := range []rt.Value{rt.Int(1), rt.None, rt.NewStr("x"), rt.TupleOf(rt.Int(1)), rt.NewDict().Value()} {
		if checkRefable(v) == nil {
			t.Errorf("%s can be referenced", v.Type().Name)
		}
	}
	if err := checkRefable(rt.IntType.Value()); err != nil {
		t.Error(err)
	}
}

// A class that lives in static memory can be referenced too, and never dies.
func TestStatic(t *testing.T) {
	th := &rt.Thread{VM: rt.NewVM()}
	r, err := refNew(th, []rt.Value{refType.Value(), rt.TupleOf(rt.IntType.Value()), rt.NewDict().Value()})
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	if v, _ := refCall(th, r, nil, nil); !rt.Is(v, rt.IntType.Value()) {
		t.Error("int has died")
	}
}
