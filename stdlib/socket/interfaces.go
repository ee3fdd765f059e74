//go:build linux

package socket

import (
	"net/netip"
	"slices"
	"syscall"
	"unsafe"
)

// The network's interfaces, as the kernel lists them.

type iface struct {
	index int
	name  string
}

// interfaces lists them by their numbers.
func interfaces() ([]iface, error) {
	var out []iface
	err := eachMessage(syscall.RTM_GETLINK, syscall.RTM_NEWLINK, func(m *syscall.NetlinkMessage, attrs []syscall.NetlinkRouteAttr) {
		info := (*syscall.IfInfomsg)(unsafe.Pointer(&m.Data[0]))
		for _, a := range attrs {
			if a.Attr.Type == syscall.IFLA_IFNAME && len(a.Value) > 0 {
				out = append(out, iface{int(info.Index), string(a.Value[:len(a.Value)-1])})
			}
		}
	})
	slices.SortFunc(out, func(a, b iface) int { return a.index - b.index })
	return out, err
}

// interfaceNamed finds one by its name, interfaceAt by its number.
func interfaceNamed(name string) (iface, bool) {
	return findInterface(func(i iface) bool { return i.name == name })
}

func interfaceAt(index int) (iface, bool) {
	return findInterface(func(i iface) bool { return i.index == index })
}

func findInterface(is func(iface) bool) (iface, bool) {
	all, err := interfaces()
	if i := slices.IndexFunc(all, is); err == nil && i >= 0 {
		return all[i], true
	}
	return iface{}, false
}

// ownAddresses are those of this host.
func ownAddresses() ([]netip.Addr, error) {
	var out []netip.Addr
	err := eachMessage(syscall.RTM_GETADDR, syscall.RTM_NEWADDR, func(m *syscall.NetlinkMessage, attrs []syscall.NetlinkRouteAttr) {
		for _, a := range attrs {
			if addr, ok := netip.AddrFromSlice(a.Value); ok && a.Attr.Type == syscall.IFA_ADDRESS {
				out = append(out, addr)
			}
		}
	})
	return out, err
}

// eachMessage calls f for each of the kernel's answers to a question.
func eachMessage(question int, answer uint16, f func(m *syscall.NetlinkMessage, attrs []syscall.NetlinkRouteAttr)) error {
	data, err := syscall.NetlinkRIB(question, syscall.AF_UNSPEC)
	if err != nil {
		return err
	}
	msgs, err := syscall.ParseNetlinkMessage(data)
	if err != nil {
		return err
	}
	for i := range msgs {
		if msgs[i].Header.Type != answer {
			continue
		}
		attrs, err := syscall.ParseNetlinkRouteAttr(&msgs[i])
		if err != nil {
			return err
		}
		f(&msgs[i], attrs)
	}
	return nil
}
