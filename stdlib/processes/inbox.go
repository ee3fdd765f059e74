//go:build linux

package processes

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

// An inbox takes messages from a descriptor without ever waiting: what has come of a
// message stays with it until the rest is there. So one sender that stops in the middle
// holds up nobody who reads from many.
type inbox struct {
	rt.Object
	msg reading
}

var inboxType rt.Type

func newInbox(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	cls, _ := rt.AsType(a[0])
	fd, err := fdArg(t, a[1])
	if err != nil {
		return rt.Value{}, err
	}
	in := rt.Alloc[inbox](cls)
	in.msg = reading{fd: fd, limit: -1, want: headSize}
	return in.Object.Value(), nil
}

// inboxTake is the next message, or None if it is not there as a whole.
func inboxTake(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	in := rt.As[inbox](a[0])
	for {
		v, done, err := in.msg.step()
		switch {
		case err == unix.EAGAIN:
			return rt.None, nil
		case err == unix.EINTR:
		case err != nil:
			return rt.Value{}, rt.FromOS(err)
		case done:
			in.msg = reading{fd: in.msg.fd, limit: -1, want: headSize}
			return v, nil
		}
	}
}

func init() {
	rt.Define(&inboxType, rt.TypeSpec{Name: "_processes.Inbox", Size: rt.SizeOf[inbox](),
		Doc: "Takes messages from a descriptor without waiting: Inbox(fd).",
		New: rt.Method{Sig: "fd, /", Fn: newInbox},
		Methods: []rt.Method{
			{Name: "take", Fn: inboxTake, Doc: "The next message, or None if it is not there as a whole."},
		}})
}
