//go:build unix

package vm

import (
	"encoding/binary"
	"errors"
	"io"
	"os"
	"syscall"
)

// A progress is a file that a parent writes while its child reads it. How far
// it is written goes over a pipe: the sum so far, in eight bytes, now and then.
type progress struct {
	file *os.File
	told *os.File // the pipe's end
	at   int64    // how far this end is
	sent int64    // the parent: how far the child knows of
	end  int64    // the child: how far it may read
}

// tellEvery is how much more is written before the child is told, beside a part
// of what there is already: so that all that is told fits into any pipe.
const tellEvery = 1 << 18

// errAbandoned is what the child reads when the parent has given up, and with
// it the child.
var errAbandoned = errors.New("vm: the parent is gone")

// Write implements io.Writer.
func (p *progress) Write(b []byte) (int, error) {
	n, err := p.file.WriteAt(b, p.at)
	if p.at += int64(n); err == nil && p.at-p.sent >= tellEvery+p.sent/64 {
		err = p.tell()
	}
	return n, err
}

// tell tells the child how far it may read. A child that is dead is no error: who waits for it
// learns of that.
func (p *progress) tell() error {
	p.sent = p.at
	_, err := p.told.Write(binary.LittleEndian.AppendUint64(nil, uint64(p.at)))
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return err
}

// Read implements io.Reader.
func (p *progress) Read(b []byte) (int, error) {
	for p.at >= p.end {
		if err := p.wait(); err != nil {
			return 0, err
		}
	}
	n, err := p.file.ReadAt(b[:min(int64(len(b)), p.end-p.at)], p.at)
	p.at += int64(n)
	return n, err
}

// wait waits until there is more.
func (p *progress) wait() error {
	var b [8]byte
	switch _, err := io.ReadFull(p.told, b[:]); {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return errAbandoned
	case err != nil:
		return err
	}
	p.end = int64(binary.LittleEndian.Uint64(b[:]))
	return nil
}

var _ io.ReadWriter = (*progress)(nil)
