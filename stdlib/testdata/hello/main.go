// Hello is what embedder is without minipy.
package main

import "fmt"

func main() { fmt.Println("hello") }
