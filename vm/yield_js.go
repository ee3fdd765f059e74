package vm

import (
	"sync"
	"syscall/js"
)

// yieldOutside goes once through JavaScript's event loop: clicks and messages
// are handled, the page is painted.
func yieldOutside() {
	l := eventLoop()
	l.post.Invoke()
	<-l.turned
}

// A loop is the way through JavaScript's event loop, of which there is one.
type loop struct {
	post   js.Value      // asks for a turn
	turned chan struct{} // the turn has come
}

// eventLoop asks by a message to itself, or in Node.js, where an open channel
// would keep the process, by setImmediate; a timer would wait for 4 ms.
var eventLoop = sync.OnceValue(func() *loop {
	l := &loop{turned: make(chan struct{}, 1)}
	arrived := js.FuncOf(func(js.Value, []js.Value) any {
		select {
		case l.turned <- struct{}{}:
		default:
		}
		return nil
	})
	global := js.Global()
	if immediate := global.Get("setImmediate"); immediate.Type() == js.TypeFunction {
		l.post = immediate.Call("bind", js.Null(), arrived)
		return l
	}
	channel := global.Get("MessageChannel").New()
	channel.Get("port1").Set("onmessage", arrived)
	port := channel.Get("port2")
	l.post = port.Get("postMessage").Call("bind", port, js.Null())
	return l
})
