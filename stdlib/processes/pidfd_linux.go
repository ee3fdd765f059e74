package processes

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

func pidfd(t *rt.Thread, a []rt.Value) (rt.Value, error) {
	pid, err := rt.AsInt64(t, a[0])
	if err != nil {
		return rt.Value{}, err
	}
	fd, err := unix.PidfdOpen(int(pid), 0)
	return rt.Int(int64(fd)), rt.FromOS(err)
}
