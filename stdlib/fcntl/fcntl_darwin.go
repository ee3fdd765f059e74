package fcntl

import (
	rt "github.com/minipy/minipy/runtime"
	"golang.org/x/sys/unix"
)

var systemConsts = []rt.Const{
	row("F_FULLFSYNC", unix.F_FULLFSYNC), row("F_NOCACHE", unix.F_NOCACHE), row("F_GETPATH", unix.F_GETPATH),
}
