package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/minipy/minipy/vm"
)

func engine(t *testing.T, source string) *Engine {
	t.Helper()
	e, err := NewEngine(context.Background(), "rules.py", source, warehouse)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(e.Close)
	return e
}

func TestRules(t *testing.T) {
	e := engine(t, defaultRules)
	for _, c := range []struct {
		order Order
		want  Decision
	}{
		{Order{Lines: []Line{{"lamp", 2, 40}}}, Decision{Reasons: []string{}}},
		{Order{Lines: []Line{{"desk", 3, 400}, {"lamp", 5, 40}}}, Decision{Discount: 0.07, Hold: true, Reasons: []string{"big order: 1400", "5 x lamp", "only 2 desk"}}},
		{Order{Lines: []Line{{"sofa", 1, 900}}}, Decision{Hold: true, Reasons: []string{"unknown SKU: sofa"}}},
	} {
		d, err := e.Decide(context.Background(), &c.order)
		if err != nil {
			t.Fatal(err)
		}
		if show := func(d Decision) string { return fmt.Sprintf("%.2f %v %q", d.Discount, d.Hold, d.Reasons) }; show(d) != show(c.want) {
			t.Errorf("%+v: %s, want %s", c.order, show(d), show(c.want))
		}
	}
}

// TestBadRules: what goes wrong in rules is an error of theirs, and no more.
func TestBadRules(t *testing.T) {
	o := &Order{Lines: []Line{{"sofa", 1, 1}}}
	_, err := engine(t, "def decide(order): return stock(order.lines[0].sku)").Decide(context.Background(), o)
	if !errors.Is(err, ErrUnknown) {
		t.Errorf("%v is not ErrUnknown", err)
	}
	_, err = engine(t, "def decide(order): return order.Internal").Decide(context.Background(), o)
	if err == nil || !strings.Contains(err.Error(), "'Order' object has no attribute 'Internal'") {
		t.Errorf("%v", err)
	}
	_, err = engine(t, "def decide(order):\n    while True: pass").Decide(context.Background(), o)
	var limit *vm.LimitError
	if !errors.As(err, &limit) && !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("an endless rule: %v", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	if _, err := engine(t, "def decide(order): return sum(range(10**12))").Decide(ctx, o); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a rule that takes too long: %v", err)
	}
}
