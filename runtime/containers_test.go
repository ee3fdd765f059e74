package runtime

import "testing"

func TestReadied(t *testing.T) {
	th := &Thread{VM: NewVM()}
	l := NewList([]Value{Int(1), NewStr("a"), NewTuple([]Value{Float(1.5)})})
	s, err := ReprStr(th, l.Value())
	t.Log(s, err)
}
