package signalmod

import (
	"math/bits"
	"os"
	"os/signal"
	goruntime "runtime"
	"sync"
	"syscall"
	"unsafe"

	rt "github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib/internal/osutil"
	"golang.org/x/sys/unix"
)

// Restored is what CPython gives its default action back in a program that
// subprocess starts: it ignores these from its start.
const Restored = 1<<(unix.SIGPIPE-1) | 1<<(unix.SIGXFSZ-1)

// Inheritance is what programs find that are started without a word about
// signals: what pthread_sigmask has blocked here is so there.
func Inheritance(t *rt.Thread) Legacy { return Legacy{Blocked: stateOf(t).blocked} }

// Leave calls start, which starts a program or becomes one, so that this finds
// signals as l says. It touches no Value.
//
// What Go starts has the mask of the thread that starts it. Its actions are the
// default, but for signals that are ignored here. What must not be ignored there is given to Go's
// handler for as long as the call lasts: so whatever comes in between has no effect here either.
func (l Legacy) Leave(start func() error) error {
	goruntime.LockOSThread()
	defer goruntime.UnlockOSThread()
	var want, old unix.Sigset_t
	*maskOf(&want) = l.Blocked
	if err := unix.PthreadSigmask(unix.SIG_SETMASK, &want, &old); err != nil {
		return err
	}
	defer unix.PthreadSigmask(unix.SIG_SETMASK, &old, nil)
	var nobody chan os.Signal
	for set := l.Default; set != 0; set &= set - 1 {
		n := bits.TrailingZeros64(set) + 1
		if !osutil.Ignores(n) {
			continue
		}
		if nobody == nil {
			nobody = make(chan os.Signal, 1)
		}
		signal.Notify(nobody, syscall.Signal(n))
		defer signal.Ignore(syscall.Signal(n))
	}
	return start()
}

// maskOf is the part of a set that there are signals for.
func maskOf(set *unix.Sigset_t) *uint64 { return (*uint64)(unsafe.Pointer(set)) }

// blockedAtStart is what this process was started with: all of Go's threads but
// the one that takes what is asked for have it blocked.
var blockedAtStart = sync.OnceValue(func() uint64 {
	var set unix.Sigset_t
	if unix.PthreadSigmask(unix.SIG_BLOCK, nil, &set) != nil {
		return 0
	}
	return *maskOf(&set)
})
