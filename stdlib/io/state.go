package io

import (
	"runtime"
	"sync"
	"unsafe"
	"weak"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
)

// state is the module's state in one VM: the writers that may hold unwritten
// data, found again when the VM ends.
type state struct {
	texts   []weak.Pointer[TextIOWrapper]
	buffers []weak.Pointer[Buffered]
	std     [3]rt.Value // the standard streams as made by StdStreams
}

func stateOf(t *rt.Thread) *state {
	if s, ok := t.VM.Ext["io"].(*state); ok {
		return s
	}
	s := &state{}
	t.VM.Ext["io"] = s
	return s
}

func trackFile(t *rt.Thread, f *FileIO) {
	rt.Watch(t.VM, f, func(f *FileIO) rt.Value { return f.Value() })
}

func untrackFile(t *rt.Thread, f *FileIO) { runtime.SetFinalizer(f, nil) }

func trackText(t *rt.Thread, w *TextIOWrapper) {
	s := stateOf(t)
	if n := len(s.texts); n >= 64 && n&(n-1) == 0 {
		s.texts = living(s.texts, func(w *TextIOWrapper) bool { return !w.Base.closed && !w.detached })
	}
	s.texts = append(s.texts, weak.Make(w))
	rt.Watch(t.VM, w, func(w *TextIOWrapper) rt.Value { return w.Value() })
}

func trackBuffered(t *rt.Thread, b *Buffered) {
	s := stateOf(t)
	if n := len(s.buffers); n >= 64 && n&(n-1) == 0 {
		s.buffers = living(s.buffers, func(b *Buffered) bool { return !b.Base.closed && !b.detached })
	}
	s.buffers = append(s.buffers, weak.Make(b))
	rt.Watch(t.VM, b, func(b *Buffered) rt.Value { return b.Value() })
}

func living[T any](list []weak.Pointer[T], keep func(*T) bool) []weak.Pointer[T] {
	out := list[:0]
	for _, w := range list {
		if p := w.Value(); p != nil && keep(p) {
			out = append(out, w)
		}
	}
	return out
}

// hasPending says that w holds text or bytes not yet given to the system.
func (w *TextIOWrapper) hasPending() bool {
	return w.ok && (len(w.pending) > 0 || w.bufd != nil && w.bufd.ok && len(w.bufd.wbuf) > 0)
}

// fileOf is the raw file under a buffered one, if it is open and of ours.
func fileOf(b *Buffered) *FileIO {
	if b == nil || b.file == nil || b.file.fd <= 2 {
		return nil
	}
	return b.file
}

// FlushFile writes out what open files hold for the file at path, or for all
// files if path is empty, before somebody looks at it. CPython closes a file
// when its last reference goes, so that open(p, 'w').write(x) is done when the
// next statement runs; we learn of it only from the collector.
func FlushFile(t *rt.Thread, path string) {
	if t.VM.Confined || t.VM.FS != nil {
		return // nothing can be written
	}
	s := stateOf(t)
	known, found := false, false
	var dev, ino uint64
	concerns := func(f *FileIO) bool {
		if path == "" {
			return true
		}
		if !known {
			known = true
			dev, ino, found = osutil.SameFile(path)
		}
		if !found {
			return false
		}
		k, err := osutil.StatFd(t, f.fd)
		return err == nil && k.Dev == dev && k.Ino == ino
	}
	for _, p := range s.texts {
		if w := p.Value(); w != nil && w.hasPending() {
			if f := fileOf(w.bufd); f != nil && concerns(f) {
				w.flush(t)
			}
		}
	}
	for _, p := range s.buffers {
		if b := p.Value(); b != nil && b.ok && len(b.wbuf) > 0 {
			if f := fileOf(b); f != nil && concerns(f) {
				bufFlush(t, []rt.Value{b.Value()})
			}
		}
	}
}

// A lock serialises the threads that use one buffered object: the GIL is not
// held while the raw file works. It is free whenever no call is under way.
type lock struct {
	mu    sync.Mutex
	owner *rt.Thread
}

// acquire takes the lock for a method of self; a thread that has it already
// (a signal handler, a raw file that calls back) gets RuntimeError.
func (l *lock) acquire(t *rt.Thread, self rt.Value) error {
	if l.mu.TryLock() {
		l.owner = t
		return nil
	}
	if l.owner == t {
		s, err := rt.ReprStr(t, self)
		if err != nil {
			return err
		}
		return rt.RuntimeErrorf("reentrant call inside %s", s)
	}
	osutil.Release(t)
	l.mu.Lock()
	defer func() {
		if l.owner != t { // the VM has ended meanwhile, and t with it
			l.mu.Unlock()
		}
	}()
	osutil.Acquire(t)
	l.owner = t
	return nil
}

// held says that somebody has the lock: when the VM ends, a daemon that may be
// in its system call for ever.
func (l *lock) held() bool {
	if l.mu.TryLock() {
		l.mu.Unlock()
		return false
	}
	return true
}

func (l *lock) release() {
	l.owner = nil
	l.mu.Unlock()
}

// ownString makes a string of bytes that nobody will write again, without a copy.
func ownString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// newBytes makes a bytes object that owns b. A short result of a long buffer is copied.
func newBytes(b []byte) rt.Value {
	if cap(b)-len(b) > 64 && len(b) < cap(b)/2 {
		return rt.NewBytes(b)
	}
	return rt.NewBytesString(ownString(b))
}
