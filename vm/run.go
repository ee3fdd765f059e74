package vm

import (
	"context"

	"github.com/minipy/minipy/lang/code"
	"github.com/minipy/minipy/lang/compile"
	"github.com/minipy/minipy/lang/grammar"
	"github.com/minipy/minipy/runtime"
)

// The calls of an embedding program: each makes its goroutine a thread of the
// machine, and waits for the GIL.

// A Program is a compiled source. It does not change, and any number of
// machines may run it at the same time.
type Program struct {
	code *code.Code
}

// Compile compiles a source. name is what tracebacks show. Errors are *SyntaxError.
func Compile(name, src string) (*Program, error) {
	c, err := compile.Source(name, []byte(src), grammar.Exec, compile.Options{Parse: grammar.Options{Unicode: true}})
	if err != nil {
		return nil, syntaxError(err)
	}
	return &Program{c}, nil
}

// Run compiles src and runs it in the module __main__, whose variables stay
// for later calls. It ends early when ctx is done: within a millisecond, also in
// the middle of a sleep, of input or output, or of a long operation. Errors are
// *Exception, *SyntaxError, *LimitError, *CanceledError or ErrClosed.
func (m *Machine) Run(ctx context.Context, name, src string) error {
	var p *Program
	var err error
	if len(src) < longSource {
		p, err = Compile(name, src) // as until would, without a closure
	} else {
		p, err = until(ctx, len(src), func() (*Program, error) { return Compile(name, src) })
	}
	if err != nil {
		return err
	}
	return m.RunProgram(ctx, p)
}

// until compiles a source of n bytes with f. If that takes long and ctx is done
// meanwhile, it does not wait for f to come to its end for nothing.
func until[T any](ctx context.Context, n int, f func() (T, error)) (result T, err error) {
	if n < longSource || ctx.Done() == nil {
		return f()
	}
	type outcome struct {
		result T
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		r, err := f()
		done <- outcome{r, err}
	}()
	select {
	case o := <-done:
		return o.result, o.err
	case <-ctx.Done():
		return result, &CanceledError{Err: ctx.Err(), Cause: context.Cause(ctx)}
	}
}

// RunProgram is Run for a compiled source.
func (m *Machine) RunProgram(ctx context.Context, p *Program) error {
	return m.do(ctx, func(t *thread) error {
		_, err := m.execMain(t, m.state.NewCodeObject(p.code))
		return err
	})
}

// Eval gives the value of an expression over the variables of __main__.
func (m *Machine) Eval(ctx context.Context, expr string) (Value, error) {
	var out Value
	c, err := until(ctx, len(expr), func() (*code.Code, error) {
		return compile.Source("<eval>", []byte(expr), grammar.Eval, compile.Options{Parse: grammar.Options{Unicode: true}})
	})
	if err != nil {
		return out, syntaxError(err)
	}
	err = m.do(ctx, func(t *thread) error {
		v, err := m.execMain(t, m.state.NewCodeObject(c))
		out = Value{m, v}
		return err
	})
	return out, err
}

// execMain runs code in __main__.
func (m *Machine) execMain(t *thread, co *runtime.CodeObject) (runtime.Value, error) {
	d := m.MainModule()
	return m.Exec(t.rt, co, d, d.Value(), nil)
}

// do runs f as a thread of the machine, until ctx is done or a limit reached.
func (m *Machine) do(ctx context.Context, f func(t *thread) error) error {
	if done, err := m.doBorrowed(ctx, f); done {
		return err // a host function has called back
	}
	if err := ctx.Err(); err != nil {
		return &CanceledError{Err: err, Cause: context.Cause(ctx)}
	}
	t, err := m.enterUntil(ctx)
	if err != nil {
		return err
	}
	defer m.leave(t)
	if ctx.Done() != nil {
		m.begin(t, ctx)
		defer m.unwatch(t, nil)
	}
	t.ctx = ctx
	defer func() { t.over, t.ctx = false, nil }()
	err = t.guarded(func(t *thread) error {
		if m.pending.Load()&pendingStop != 0 {
			if err := t.stop(); err != nil {
				return err
			}
		}
		m.start(t)
		return f(t)
	})
	if err == ErrClosed {
		return err // nothing of the machine is this goroutine's any more
	}
	if m.state.Unflushed {
		if ferr := t.flushStreams(); err == nil {
			err = ferr
		}
	}
	return t.hostError(err)
}

// guarded is f with a bug of ours as a SystemError.
func (t *thread) guarded(f func(t *thread) error) (err error) {
	defer t.guardFrom(t.cur, t.rt.Mark(), t.runs, &err)
	if err := t.rt.Enter(" while calling a Python object"); err != nil {
		return err
	}
	defer t.rt.Leave()
	return f(t)
}

// start has the Start functions of the machine's modules called, once: now, or
// when somebody looks into sys.
func (m *Machine) start(t *thread) {
	if !m.started {
		m.started = true
		if !m.state.SysModule.Late() {
			m.startModules(t.rt)
		}
	}
}

func (m *Machine) startModules(t *runtime.Thread) {
	for _, s := range m.cfg.Modules {
		if s.Start != nil {
			s.Start(t)
		}
	}
}

// flushStreams writes out what sys.stdout and sys.stderr hold, even if a limit
// has ended t; that of output discards it.
func (t *thread) flushStreams() (err error) {
	flush := t.m.state.Flush
	if flush == nil {
		return nil
	}
	defer t.guardFrom(t.cur, t.rt.Mark(), t.runs, &err)
	t.m.state.Unflushed, t.flushing = false, true
	err = flush(t.rt)
	t.flushing = false
	return err
}

// Reset makes a machine usable again after a limit: what has been counted
// counts no more.
func (m *Machine) Reset() error {
	t, err := m.enter()
	if err != nil {
		return err
	}
	defer m.leave(t)
	if m.stopped.Swap(nil) != nil {
		m.spread = false
		m.stopDone()
	}
	m.used.reset(m)
	return nil
}
