package vm_test

import (
	"flag"
	"fmt"
	"math/rand"
	"strings"
	"sync"
	"testing"
	"time"
)

var programs = flag.Int("programs", 25, "how many random programs TestRandomThreads runs at each interval")

// TestRandomThreads runs random programs of threads, locks, conditions,
// semaphores, queues, exceptions and time-outs at several intervals. Each must
// end: everything that can wait for ever has a time-out or an order.
func TestRandomThreads(t *testing.T) {
	for _, interval := range intervals {
		t.Run(fmt.Sprint(interval), func(t *testing.T) {
			var wg sync.WaitGroup
			seeds := make(chan int)
			for range 8 {
				wg.Add(1)
				go func() {
					defer wg.Done()
					for seed := range seeds {
						if !t.Failed() {
							runRandom(t, seed, interval)
						}
					}
				}()
			}
			for seed := range *programs {
				seeds <- seed
			}
			close(seeds)
			wg.Wait()
		})
	}
}

func runRandom(t *testing.T, seed, interval int) {
	src := randomProgram(rand.New(rand.NewSource(int64(seed))))
	p := newProgram(t, interval)
	done := make(chan error, 1)
	go func() {
		err := p.RunSource([]byte(src), "<random>", false)
		p.Exit(0)
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil || !strings.HasSuffix(p.out.String(), "end\n") {
			t.Errorf("program %d at interval %d: %v\n%s\n%s", seed, interval, err, p.out, src)
		}
	case <-time.After(2 * time.Minute):
		t.Errorf("program %d at interval %d hangs:\n%s\n%s", seed, interval, p.DumpStacks(time.Second), src)
	}
}

// randomProgram writes a program whose main thread prints "end" last.
func randomProgram(r *rand.Rand) string {
	w := &programWriter{r: r}
	w.line(0, "import threading, queue, time")
	w.line(0, "locks = [threading.Lock() for _ in range(3)]")
	w.line(0, "rlock, cond, sem, event = threading.RLock(), threading.Condition(), threading.Semaphore(2), threading.Event()")
	w.line(0, "q, lifo, simple = queue.Queue(2), queue.LifoQueue(), queue.SimpleQueue()")
	w.line(0, "barrier = threading.Barrier(2)")
	w.line(0, "local, shared, log = threading.local(), {}, []")
	n := 2 + r.Intn(4)
	for i := range n {
		w.line(0, "def work%d(n):", i)
		w.line(1, "for i in range(n):")
		w.line(2, "try:")
		w.block(3, 3, 0)
		w.line(2, "except (ValueError, KeyError, RuntimeError, queue.Empty, queue.Full, threading.BrokenBarrierError) as e:")
		w.line(3, "log.append(type(e).__name__)")
		if r.Intn(3) == 0 {
			w.line(2, "finally:")
			w.line(3, "shared[i] = shared.get(i, 0) + 1")
		}
	}
	w.line(0, "ts = [threading.Thread(target=f, args=(%d,), daemon=%v) for f in (%s)]", 1+r.Intn(6), []string{"True", "False"}[r.Intn(2)], w.names(n))
	w.line(0, "for t in ts: t.start()")
	w.line(0, "for t in ts: t.join()")
	w.line(0, "assert not any(t.is_alive() for t in ts) and not any(l.locked() for l in locks)")
	w.line(0, "print('end')")
	return w.b.String()
}

type programWriter struct {
	r *rand.Rand
	b strings.Builder
}

func (w *programWriter) line(indent int, format string, args ...any) {
	w.b.WriteString(strings.Repeat("    ", indent))
	fmt.Fprintf(&w.b, format, args...)
	w.b.WriteByte('\n')
}

func (w *programWriter) names(n int) string {
	var s []string
	for i := range n {
		s = append(s, fmt.Sprint("work", i))
	}
	return strings.Join(s, ", ") + ","
}

// block writes some statements. Locks from the first-th on may still be taken:
// always in this order, so that they cannot be in each other's way for ever.
func (w *programWriter) block(indent, depth, first int) {
	for range 1 + w.r.Intn(3) {
		w.statement(indent, depth, first)
	}
}

func (w *programWriter) statement(indent, depth, first int) {
	r := w.r
	timeout := []string{"0", "0.0005", "0.002"}[r.Intn(3)]
	if depth > 0 && r.Intn(2) == 0 {
		switch k := r.Intn(7); {
		case k < 3 && first < 3:
			l := first + r.Intn(3-first)
			w.line(indent, "with locks[%d]:", l)
			w.block(indent+1, depth-1, l+1)
		case k == 3 && first == 0:
			w.line(indent, "with rlock:")
			w.line(indent+1, "with rlock: pass")
			w.block(indent+1, depth-1, first)
		case k == 4:
			w.line(indent, "if sem.acquire(timeout=%s):", timeout)
			w.line(indent+1, "try:")
			w.block(indent+2, depth-1, first)
			w.line(indent+1, "finally: sem.release()")
		case k == 5:
			w.line(indent, "for x in sorted(range(3), key=lambda x: (-x, shared.get(x))):")
			w.block(indent+1, 0, first)
		default:
			w.line(indent, "if locks[2].acquire(timeout=%s): locks[2].release()", timeout)
		}
		return
	}
	switch r.Intn(16) {
	case 0:
		w.line(indent, "q.put(i, timeout=%s)", timeout)
	case 1:
		w.line(indent, "q.get(timeout=%s)", timeout)
	case 2:
		w.line(indent, "lifo.put(i); lifo.get_nowait()")
	case 3:
		w.line(indent, "simple.put(i)")
	case 4:
		w.line(indent, "simple.get(timeout=%s)", timeout)
	case 5:
		w.line(indent, "event.set() if i %% 2 else event.clear()")
	case 6:
		w.line(indent, "event.wait(%s)", timeout)
	case 7:
		w.line(indent, "time.sleep(%s)", timeout)
	case 8:
		w.line(indent, "barrier.reset() if i %% 3 == 2 else barrier.wait(%s)", timeout)
	case 9:
		w.line(indent, "raise ValueError(i)")
	case 10:
		w.line(indent, "for k in shared: shared[k] += 1")
	case 11:
		w.line(indent, "shared[i, threading.get_ident()] = i; shared.pop((i, threading.get_ident()))")
	case 12:
		w.line(indent, "local.x = getattr(local, 'x', 0) + sum(j for j in range(20))")
	case 13:
		w.line(indent, "t = threading.Thread(target=shared.setdefault, args=(i, i)); t.start(); t.join()")
	case 14:
		w.line(indent, "threading.Timer(%s, log.append, ('timer',)).start()", timeout)
	default:
		w.line(indent, "if rlock.acquire(timeout=%s): rlock.release()", timeout)
	}
	if first == 0 && r.Intn(6) == 0 {
		w.line(indent, "with cond: cond.notify_all() if i %% 2 else cond.wait(%s)", timeout)
	}
}
