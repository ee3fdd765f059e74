package runtime

import (
	"fmt"
	"math/rand"
	"os"
	"strings"
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

// TestSetOrder does what testdata/setorder.py does and wants its output: sets
// of ints keep CPython's order through any operations.
func TestSetOrder(t *testing.T) {
	th := newTestThread()
	want, err := os.ReadFile("testdata/setorder.out")
	if err != nil {
		t.Fatal(err)
	}
	x := 12345
	rnd := func(n int) int {
		x = (x*1103515245 + 12345) & 0x7FFFFFFF
		return (x >> 8) % n
	}
	show := func(s *Set) int64 {
		h := int64(0)
		for _, v := range s.Items() {
			h = (h*31 + v.AsInt64()) & 0xFFFFFFFF
		}
		return h
	}
	var out strings.Builder
	sets := []*Set{NewSet(), NewSet(), NewSet()}
	for step := 0; step < 4000; step++ {
		i, j, k := rnd(3), rnd(3), rnd(3)
		a, b := sets[i], sets[j]
		switch op := rnd(16); op {
		case 0, 1, 2, 3, 4:
			for n := rnd(40); n > 0; n-- {
				v := rnd(1000)
				a.Add(th, Int(int64(v*(1+rnd(3)))))
			}
		case 5:
			for n := rnd(10); n > 0; n-- {
				a.Discard(th, Int(int64(rnd(1000))))
			}
		case 6:
			for n := min(rnd(10), a.Len()); n > 0; n-- {
				a.Pop()
			}
		case 7, 8, 9, 10:
			r, _ := a.operate(th, []BinOp{OpOr, OpAnd, OpSub, OpXor}[op-7], b.Value())
			sets[k] = r
		case 11:
			a.UpdateFrom(th, b.Value())
		case 12:
			a.differenceUpdate(th, b.Value())
		case 13:
			a.symmetricUpdate(th, b.Value())
		case 14:
			items := a.Items()
			s := NewSet()
			s.UpdateFrom(th, NewList(items[min(rnd(5), len(items)):]).Value())
			sets[k] = s
		case 15:
			if rnd(8) == 0 {
				a.Clear()
			}
		}
		if a.Len() > 400 {
			a.intersectionUpdate(th, b.Value())
		}
		if step%20 == 0 {
			f := NewFrozenset()
			f.merge(th, a)
			h, _ := frozensetHash(th, f.Value())
			fmt.Fprintln(&out, step, a.Len(), show(a), show(b), show(sets[k]), h)
		}
	}
	hash := func(v Value) int64 {
		h, err := HashValue(th, v)
		if err != nil {
			t.Fatal(err)
		}
		return int64(h)
	}
	inner, outer := NewFrozenset(), NewFrozenset()
	inner.Add(th, Int(3))
	for _, v := range []Value{Int(1), Int(2), inner.Value()} {
		outer.Add(th, v)
	}
	fmt.Fprintln(&out, hash(TupleOf()), hash(TupleOf(ints(1, 2, 3)...)), hash(TupleOf(Int(1), TupleOf(Int(2), Int(-1)), Int(-2))), hash(outer.Value()))
	fmt.Fprintln(&out, hash(NewRange(0, 3, 1)), hash(NewRange(5, 20, 3)))
	got, lines := strings.Split(out.String(), "\n"), strings.Split(string(want), "\n")
	for i := range lines {
		if i >= len(got) || got[i] != lines[i] {
			t.Fatalf("line %d: got %q, want %q", i+1, got[i], lines[i])
		}
	}
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
