//go:build linux

package signalmod

import (
	"runtime"
	"sync"
	"time"

	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// A profTimer is ITIMER_PROF for a program that handles SIGPROF: Go keeps that
// signal for its own profiles and passes it on to nobody. It looks at the
// processor time that the process has used.
type profTimer struct {
	mu         sync.Mutex
	due, every time.Duration // of the process's time; due 0: not set
	stop       chan struct{}
}

// profiles says that timer which is a profTimer's.
func profiles(t *rt.Thread, which int) bool {
	const itimerProf = 2
	return which == itimerProf && (portOf(t).prof.isSet() || Handles(t, int(unix.SIGPROF)))
}

func (p *profTimer) isSet() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.due != 0
}

// left is what getitimer answers. mu is held.
func (p *profTimer) left() itimer {
	if p.due == 0 {
		return itimer{}
	}
	return itimer{unix.NsecToTimeval(int64(p.every)), unix.NsecToTimeval(int64(max(p.due-used(), time.Microsecond)))}
}

// set has ring called when the process has used value more, and then in
// intervals; it gives what was left before.
func (p *profTimer) set(value, interval time.Duration, ring func()) itimer {
	p.mu.Lock()
	defer p.mu.Unlock()
	old := p.left()
	if p.stop != nil {
		close(p.stop)
		p.stop = nil
	}
	if p.due = 0; value > 0 {
		p.due, p.every, p.stop = used()+value, interval, make(chan struct{})
		go p.run(p.stop, ring)
	}
	return old
}

// run waits for as long as the process needs at least to come to due.
func (p *profTimer) run(stop chan struct{}, ring func()) {
	for {
		p.mu.Lock()
		wait := p.due - used()
		if p.stop != stop {
			p.mu.Unlock()
			return
		}
		over := false
		if wait <= 0 {
			if over = p.every == 0; over {
				p.due, p.stop = 0, nil
			} else {
				p.due += p.every - wait
			}
		}
		p.mu.Unlock()
		if wait <= 0 {
			ring()
		}
		if over {
			return
		}
		select {
		case <-stop:
			return
		case <-time.After(max(wait/time.Duration(runtime.NumCPU()), time.Millisecond)):
		}
	}
}

// used is the processor time that the process has used.
func used() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
