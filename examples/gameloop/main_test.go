package main

import (
	"context"
	"testing"
)

func TestWorld(t *testing.T) {
	var first string
	for range 2 {
		ctx := context.Background()
		w, err := NewWorld(ctx)
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		all := ""
		for range 24 {
			if err := w.Step(ctx); err != nil {
				t.Fatal(err)
			}
			all += w.String() + "\n"
		}
		if n := w.Eaten["Hunter"] + w.Eaten["Walker"] + w.Eaten["Brooder"]; n != 3 {
			t.Errorf("eaten: %v", w.Eaten)
		}
		if lost := []int{w.Creatures[0].Lost, w.Creatures[1].Lost, w.Creatures[2].Lost}; lost[0] != 0 || lost[1] != 0 || lost[2] != 8 {
			t.Errorf("turns lost: %v", lost)
		}
		if first == "" {
			first = all
		} else if first != all {
			t.Errorf("two runs differ:\n%s\n%s", first, all)
		}
	}
}
