# Slices of lists and strings as programs use them
l = list(range(10))
print(l[2:5], l[:3], l[-3:], l[::3], l[::-1], l[5:2:-1], l[:], l[20:], l[-100:2], "hello"[1:4], "hello"[::-1], "hello"[-1:], "a,b,c"[::2])
l[2:4] = ["x"]
l[:0] = [-1]
l[len(l):] = [99]
del l[1:3], l[-1]
print(l)
def chunks(s, n): return [s[i:i + n] for i in range(0, len(s), n)]
print(chunks("abcdefg", 3), chunks([1, 2, 3], 2), [s[1:] + s[:1] for s in ("abc", "xy")], "madam" == "madam"[::-1])
m = l[:]
m[0] = "changed"
print(l[0], m[0], l[1:] == m[1:], l[slice(1, 3)], l[slice(None, None, -2)])
