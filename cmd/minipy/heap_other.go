//go:build !linux

package main

func hugeHeap(pace int) {}
