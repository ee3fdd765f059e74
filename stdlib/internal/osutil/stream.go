package osutil

import (
	"bytes"
	"io"
	"strings"

	rt "github.com/minipy/minipy/runtime"
)

// The streams that an embedding program gives a VM know no interruption. So
// what may block runs in a goroutine of its own, which a thread that is to end
// leaves behind; the next thread that reads gets what that one brings.

const pendingKey = "osutil.read"

// A pendingRead is a Read of the VM's Stdin under way.
type pendingRead struct {
	buf  []byte
	err  error
	done chan struct{}
}

// instant says that a stream never blocks.
func instant(stream any) bool {
	switch stream.(type) {
	case *bytes.Buffer, *bytes.Reader, *strings.Reader, *strings.Builder, nothing:
		return true
	}
	return stream == io.Discard
}

// await waits for done without the GIL; false: the thread has something else to do first.
func awaitDone(t *rt.Thread, done chan struct{}) bool {
	if t.Host == nil {
		<-done
		return true
	}
	stop := make(chan struct{})
	ok := false
	t.Host.Block(t, func() {
		select {
		case <-done:
			ok = true
		case <-stop:
		}
	}, func() { close(stop) })
	return ok
}

// checkpoint runs what is pending for t.
func checkpoint(t *rt.Thread) error {
	if t.Host == nil {
		return nil
	}
	return t.Host.Checkpoint(t)
}

func readStream(t *rt.Thread, fd int, r io.Reader, b []byte) (n int, err error) {
	if instant(r) {
		n, err = r.Read(b)
	} else {
		p, ok := t.VM.Ext[pendingKey].(*pendingRead)
		if !ok {
			p = &pendingRead{buf: make([]byte, len(b)), done: make(chan struct{})}
			t.VM.Ext[pendingKey] = p
			go func() {
				n, err := r.Read(p.buf)
				p.buf, p.err = p.buf[:n], err
				close(p.done)
			}()
		}
		for !awaitDone(t, p.done) {
			if err := checkpoint(t); err != nil {
				return 0, err
			}
		}
		n = copy(b, p.buf)
		if p.buf = p.buf[n:]; len(p.buf) == 0 {
			delete(t.VM.Ext, pendingKey)
			err = p.err
		}
	}
	if err == io.EOF {
		err = nil
	}
	return n, err
}

func writeStream(t *rt.Thread, w io.Writer, b []byte) (n int, err error) {
	if u, ok := w.(interface{ Unwrap() io.Writer }); instant(w) || ok && instant(u.Unwrap()) {
		n, err = w.Write(b)
	} else {
		data, done := bytes.Clone(b), make(chan struct{})
		var written int
		var failure error
		go func() {
			written, failure = w.Write(data)
			close(done)
		}()
		for !awaitDone(t, done) {
			if err := checkpoint(t); err != nil {
				return 0, err
			}
		}
		n, err = written, failure
	}
	if stop := checkpoint(t); stop != nil { // what was written may have reached a limit
		return n, stop
	}
	return n, err
}
