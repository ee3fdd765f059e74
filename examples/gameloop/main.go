// Command gameloop steps a world in which scripts move the creatures. Each
// creature has a machine with a budget of instructions for a frame: one that
// thinks too long loses its turn, and no frame takes longer for it. All is the
// same in every run: steps are counted, not measured.
//
//	go run ./examples/gameloop
package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"strings"

	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

//go:embed creatures.py
var creatures string

// budget is how many instructions a creature may use in a frame.
const budget = 2000

// A Creature is one in the world. Its script sees the name and the methods; the
// fields it cannot touch.
type Creature struct {
	Name  string `py:"name"`
	X     int    `py:"-"`
	Lost  int    `py:"-"` // turns
	m     *vm.Machine
	think vm.Value
	world *World
}

// Position is position() for the script.
func (c *Creature) Position() int { return c.X }

// Move goes one step left (-1) or right (1).
func (c *Creature) Move(dx int) error {
	if dx < -1 || dx > 1 {
		return fmt.Errorf("a step is -1, 0 or 1, not %d", dx)
	}
	c.X = min(max(c.X+dx, 0), c.world.Width-1)
	return nil
}

// Food is where the nearest food lies, or None.
func (c *Creature) Food() *int {
	var best *int
	for x := range c.world.Width {
		if c.world.Food[x] && (best == nil || abs(x-c.X) < abs(*best-c.X)) {
			best = &x
		}
	}
	return best
}

func abs(x int) int { return max(x, -x) }

// A World is a strip of fields.
type World struct {
	Width     int
	Food      map[int]bool
	Creatures []*Creature
	Eaten     map[string]int
}

// Add puts a creature in, with the function of the script that moves it.
func (w *World) Add(ctx context.Context, name, function string, x int) error {
	m, err := vm.New(vm.Config{Modules: stdlib.Safe(), Limits: vm.Limits{Steps: budget, Depth: 100}})
	if err != nil {
		return err
	}
	c := &Creature{Name: name, X: x, m: m, world: w}
	if err := m.Run(ctx, "creatures.py", creatures); err != nil {
		return err
	}
	var ok bool
	if c.think, ok = m.Get(function); !ok {
		return fmt.Errorf("no function %s", function)
	}
	w.Creatures = append(w.Creatures, c)
	return nil
}

// Step is one frame.
func (w *World) Step(ctx context.Context) error {
	for _, c := range w.Creatures {
		if err := c.m.Reset(); err != nil { // a new budget
			return err
		}
		var limit *vm.LimitError
		switch _, err := c.m.Call(ctx, c.think, c); {
		case errors.As(err, &limit):
			c.Lost++
		case err != nil:
			return fmt.Errorf("%s: %w", c.Name, err)
		}
		if w.Food[c.X] {
			delete(w.Food, c.X)
			w.Eaten[c.Name]++
		}
	}
	return nil
}

// String shows the strip.
func (w *World) String() string {
	b := []byte(strings.Repeat(".", w.Width))
	for x := range w.Food {
		b[x] = '*'
	}
	for _, c := range w.Creatures {
		b[c.X] = c.Name[0]
	}
	return string(b)
}

// Close frees the creatures.
func (w *World) Close() {
	for _, c := range w.Creatures {
		c.m.Close()
	}
}

// NewWorld is the one that main shows.
func NewWorld(ctx context.Context) (*World, error) {
	w := &World{Width: 30, Food: map[int]bool{3: true, 12: true, 27: true}, Eaten: map[string]int{}}
	for _, c := range []struct {
		name, function string
		x              int
	}{{"Hunter", "hunter", 20}, {"Walker", "walker", 0}, {"Brooder", "brooder", 15}} {
		if err := w.Add(ctx, c.name, c.function, c.x); err != nil {
			w.Close()
			return nil, err
		}
	}
	return w, nil
}

func main() {
	ctx := context.Background()
	w, err := NewWorld(ctx)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer w.Close()
	for frame := range 24 {
		fmt.Printf("%3d %s\n", frame, w)
		if err := w.Step(ctx); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println("eaten:", w.Eaten)
}
