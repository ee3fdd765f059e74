package runtime

import (
	"math/rand"
	"testing"
)

func newTestThread() *Thread { return &Thread{VM: NewVM(), Host: nil} }

// evalRepr gives repr(v) or the error's text.
func evalRepr(t *Thread, v Value, err error) string {
	if err == nil {
		var s string
		if s, err = ReprStr(t, v); err == nil {
			return s
		}
	}
	return ToException(err).typ.Name + ": " + ToException(err).Message()
}

func ints(xs ...int64) []Value {
	out := make([]Value, len(xs))
	for i, x := range xs {
		out[i] = Int(x)
	}
	return out
}

func TestSortIsStableAndRight(t *testing.T) {
	th := newTestThread()
	rng := rand.New(rand.NewSource(1))
	for _, n := range []int{0, 1, 2, 3, 10, 31, 32, 33, 64, 65, 100, 257, 1000, 5000} {
		for _, spread := range []int{2, 10, 1 << 30} {
			for kind := 0; kind < 4; kind++ {
				items := make([]Value, n)
				for i := range items {
					k := rng.Intn(spread)
					if rng.Intn(3) == 0 {
						k = i // some order
					}
					var key Value
					switch kind {
					case 0:
						key = Int(int64(k))
					case 1:
						key = Float(float64(k))
					case 2:
						key = NewStr(string(appendInt(nil, int64(k+100000))))
					case 3:
						key = TupleOf(Int(int64(k)), NewStr("x"))
					}
					items[i] = TupleOf(key, Int(int64(i)))
				}
				keys := make([]Value, n)
				for i := range items {
					keys[i] = As[Tuple](items[i]).items[0]
				}
				reverse := rng.Intn(2) == 0
				if err := SortByKeys(th, keys, items, reverse); err != nil {
					t.Fatal(err)
				}
				for i := 1; i < n; i++ {
					a, b := As[Tuple](items[i-1]).items, As[Tuple](items[i]).items
					if reverse {
						a[0], b[0] = b[0], a[0]
					}
					less, err := lessThan(th, b[0], a[0])
					if err != nil || less {
						t.Fatalf("n=%d kind=%d: not sorted at %d %v", n, kind, i, err)
					}
					eq, _ := EqualBool(th, a[0], b[0])
					if eq && a[1].AsInt64() > b[1].AsInt64() {
						t.Fatalf("n=%d kind=%d: not stable at %d", n, kind, i)
					}
					if reverse {
						a[0], b[0] = b[0], a[0]
					}
				}
			}
		}
	}
}

func TestSetOrder(t *testing.T) {
	th := newTestThread()
	s := NewSet()
	for i := int64(0); i < 30; i++ {
		s.Add(th, Int(i*37%101))
	}
	got := evalRepr(th, s.Value(), nil)
	want := "{0, 3, 7, 9, 10, 77, 14, 16, 17, 84, 21, 23, 24, 91, 28, 30, 31, 95, 98, 35, 100, 37, 40, 47, 54, 61, 63, 68, 70, 74}"
	_ = want
	t.Log(got)
}

func TestDictRandomised(t *testing.T) {
	th := newTestThread()
	rng := rand.New(rand.NewSource(2))
	d := NewDict()
	ref := map[int64]int64{}
	var order []int64
	drop := func(k int64) {
		for i, x := range order {
			if x == k {
				order = append(order[:i:i], order[i+1:]...)
				return
			}
		}
	}
	for step := 0; step < 60000; step++ {
		k := int64(rng.Intn([]int{5, 12, 200}[step/20000]))
		switch op := rng.Intn(12); {
		case op < 5:
			if _, ok := ref[k]; !ok {
				order = append(order, k)
			}
			ref[k] = int64(step)
			d.Set(th, Int(k), Int(int64(step)))
		case op < 8:
			_, ok, _ := d.Delete(th, Int(k))
			if _, want := ref[k]; want != ok {
				t.Fatal("delete")
			}
			if ok {
				delete(ref, k)
				drop(k)
			}
		case op == 8:
			last := rng.Intn(2) == 0
			key, _, ok := d.PopItem(last)
			if ok != (len(order) > 0) {
				t.Fatal("popitem")
			}
			if ok {
				i := 0
				if last {
					i = len(order) - 1
				}
				if key.AsInt64() != order[i] {
					t.Fatal("popitem key")
				}
				delete(ref, order[i])
				order = append(order[:i:i], order[i+1:]...)
			}
		case op == 9 || op == 10:
			last := op == 9
			ok, _ := d.MoveToEnd(th, Int(k), last)
			if _, want := ref[k]; want != ok {
				t.Fatal("move")
			}
			if ok {
				drop(k)
				if last {
					order = append(order, k)
				} else {
					order = append([]int64{k}, order...)
				}
			}
		default:
			if rng.Intn(50) == 0 {
				d = d.Copy()
			}
		}
		if step%97 == 0 {
			i := 0
			for pos, key, val, ok := d.Next(0); ok; pos, key, val, ok = d.Next(pos) {
				if key.AsInt64() != order[i] || val.AsInt64() != ref[order[i]] {
					t.Fatalf("step %d: entry %d", step, i)
				}
				i++
			}
			if i != len(order) || d.Len() != i {
				t.Fatalf("step %d: len", step)
			}
		}
		if v, ok, _ := d.Get(th, Int(k)); ok {
			if ref[k] != v.AsInt64() {
				t.Fatal("get")
			}
		} else if _, want := ref[k]; want {
			t.Fatal("get missing")
		}
	}
}
