//go:build linux

package socket

import (
	rt "github.com/minipy/minipy/runtime"
)

var gaierrorType, herrorType rt.Type

// Codes of getaddrinfo, as glibc numbers them.
const (
	eaiBadFlags   = -1
	eaiNoName     = -2
	eaiAgain      = -3
	eaiFail       = -4
	eaiNoData     = -5
	eaiFamily     = -6
	eaiSockType   = -7
	eaiService    = -8
	eaiAddrFamily = -9
)

// gaiError is the error of a resolver function.
func gaiError(code int) error {
	text := map[int]string{
		eaiBadFlags: "Bad value for ai_flags", eaiNoName: "Name or service not known", eaiAgain: "Temporary failure in name resolution",
		eaiFail: "Non-recoverable failure in name resolution", eaiNoData: "No address associated with hostname",
		eaiFamily: "ai_family not supported", eaiSockType: "ai_socktype not supported", eaiService: "Servname not supported for ai_socktype",
		eaiAddrFamily: "Address family for hostname not supported",
	}[code]
	return rt.NewException(&gaierrorType, rt.Int(int64(code)), rt.NewStr(text))
}

// hError is the error of gethostbyname_ex and gethostbyaddr.
func hError(code int) error {
	text := []string{"Resolver Error 0 (no error)", "Unknown host", "Host name lookup failure", "Unknown server error", "No address associated with name"}[code]
	return rt.NewException(&herrorType, rt.Int(int64(code)), rt.NewStr(text))
}

func timedOut() error { return rt.Errorf(rt.TimeoutError, "timed out") }

func osErr(text string) error { return rt.Errorf(rt.OSError, "%s", text) }

func init() {
	rt.Define(&gaierrorType, rt.TypeSpec{Name: "socket.gaierror", Base: rt.OSError, Flags: rt.FlagBase})
	rt.Define(&herrorType, rt.TypeSpec{Name: "socket.herror", Base: rt.OSError, Flags: rt.FlagBase})
}
