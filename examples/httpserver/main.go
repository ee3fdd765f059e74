// Command httpserver is an HTTP server whose handlers are scripts: /NAME is
// answered by NAME.py in a folder. Each script is compiled once. Each request
// runs it in a machine of its own, which costs a few microseconds, shares
// nothing with other requests and ends with the request: when the client goes
// away, the script stops.
//
//	go run ./examples/httpserver [FOLDER]    # then: curl 'localhost:8080/hello?name=Ada'
package main

import (
	"context"
	"embed"
	"errors"
	"io"
	"io/fs"
	"log"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/minipy/minipy/runtime"
	"github.com/minipy/minipy/stdlib"
	"github.com/minipy/minipy/vm"
)

//go:embed handlers
var handlers embed.FS

// A Server answers requests with the scripts of a file system.
type Server struct {
	FS      fs.FS
	Timeout time.Duration

	modules  []*runtime.ModuleSpec
	mu       sync.Mutex
	programs map[string]*vm.Program
}

// NewServer makes a server.
func NewServer(fsys fs.FS) *Server {
	return &Server{FS: fsys, Timeout: 5 * time.Second, modules: stdlib.Safe(), programs: map[string]*vm.Program{}}
}

// A Request is what scripts see as the variable request.
type Request struct {
	Method string            `py:"method"`
	Path   string            `py:"path"`
	Query  map[string]string `py:"query"`
	Body   string            `py:"body"`
}

// A Response is what they fill in, the variable response.
type Response struct {
	Status int               `py:"status"`
	Header map[string]string `py:"header"`
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p, err := s.program(strings.Trim(r.URL.Path, "/"))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		http.NotFound(w, r)
		return
	case err != nil:
		s.fail(w, err)
		return
	}
	req, err := read(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), s.Timeout)
	defer cancel()
	resp := &Response{Status: http.StatusOK, Header: map[string]string{}}
	body, err := s.run(ctx, p, req, resp)
	if err != nil {
		s.fail(w, err)
		return
	}
	for k, v := range resp.Header {
		w.Header().Set(k, v)
	}
	w.WriteHeader(resp.Status)
	io.WriteString(w, body)
}

// run runs the program for one request; what it prints is the body.
func (s *Server) run(ctx context.Context, p *vm.Program, req *Request, resp *Response) (string, error) {
	var body strings.Builder
	m, err := vm.New(vm.Config{Stdout: &body, Modules: s.modules, Limits: vm.Limits{Memory: 64 << 20, Output: 1 << 20, Depth: 200}})
	if err != nil {
		return "", err
	}
	defer m.Close()
	if err := m.Set("request", req); err != nil {
		return "", err
	}
	if err := m.Set("response", resp); err != nil {
		return "", err
	}
	err = m.RunProgram(ctx, p)
	return body.String(), err
}

// program compiles a script when it is first asked for.
func (s *Server) program(name string) (*vm.Program, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.programs[name]; p != nil {
		return p, nil
	}
	file := name + ".py"
	if !fs.ValidPath(file) {
		return nil, fs.ErrNotExist
	}
	source, err := fs.ReadFile(s.FS, file)
	if err != nil {
		return nil, err
	}
	p, err := vm.Compile(file, string(source))
	if err == nil {
		s.programs[name] = p
	}
	return p, err
}

func read(r *http.Request) (*Request, error) {
	req := &Request{Method: r.Method, Path: r.URL.Path, Query: map[string]string{}}
	for k, v := range r.URL.Query() {
		req.Query[k] = v[0]
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	req.Body = string(body)
	return req, err
}

// fail answers for a script that has failed. The traceback is for the log only.
func (s *Server) fail(w http.ResponseWriter, err error) {
	var e *vm.Exception
	if errors.As(err, &e) {
		log.Print(e.Format())
	} else {
		log.Print(err)
	}
	status := http.StatusInternalServerError
	if errors.Is(err, context.DeadlineExceeded) {
		status = http.StatusGatewayTimeout
	}
	http.Error(w, http.StatusText(status), status)
}

func main() {
	fsys, err := fs.Sub(handlers, "handlers")
	if len(os.Args) > 1 {
		fsys, err = os.DirFS(os.Args[1]), nil
	}
	if err != nil {
		log.Fatal(err)
	}
	log.Print("listening on http://localhost:8080")
	log.Fatal(http.ListenAndServe("localhost:8080", NewServer(fsys)))
}
