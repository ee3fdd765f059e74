//go:build !js

// Command browser serves a page on which minipy runs programs in the browser.
//
//	go run ./examples/browser [ADDRESS]
//
// main_js.go is what runs there, compiled to WebAssembly; index.html is the
// page. To put it on a server of your own, copy the page beside
//
//	GOOS=js GOARCH=wasm go build -o minipy.wasm ./examples/browser
//	cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" .
package main

import (
	_ "embed"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

//go:embed index.html
var index []byte

func main() {
	address := "localhost:8000"
	if len(os.Args) > 1 {
		address = os.Args[1]
	}
	if err := serve(address); err != nil {
		log.Fatal(err)
	}
}

func serve(address string) error {
	dir, err := os.MkdirTemp("", "minipy-browser-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := build(dir); err != nil {
		return err
	}
	fmt.Println("http://" + address)
	return http.ListenAndServe(address, http.FileServer(http.Dir(dir)))
}

// build fills dir with the page, minipy for WebAssembly and Go's script that
// starts it, which belongs to the Go version that compiles.
func build(dir string) error {
	if err := os.WriteFile(filepath.Join(dir, "index.html"), index, 0o644); err != nil {
		return err
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("go env GOROOT: %w", err)
	}
	script, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "wasm_exec.js"), script, 0o644); err != nil {
		return err
	}
	compile := exec.Command("go", "build", "-pgo=off", "-ldflags=-s -w", "-o", filepath.Join(dir, "minipy.wasm"), "github.com/minipy/minipy/examples/browser")
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if out, err := compile.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	return nil
}
