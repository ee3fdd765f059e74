# Lists as stacks, queues, matrices, and with slices in algorithms
st = []
for tok in "3 4 + 2 * 7 /".split():
    if tok.isdigit(): st.append(int(tok))
    else:
        b, a = st.pop(), st.pop()
        st.append({"+": a + b, "*": a * b, "/": a / b}[tok])
print(st)
q = [1]
seen = []
while q:
    n = q.pop(0)
    seen.append(n)
    if n < 8: q += [2 * n, 2 * n + 1]
print(seen)
m = [[i * 3 + j for j in range(3)] for i in range(3)]
print(m, [list(r) for r in zip(*m)], [r[::-1] for r in m], m[::-1], [m[i][i] for i in range(3)], sum(map(sum, m)), [x for r in m for x in r if x % 2])
l = list(range(10))
l[2:5] = [20]
l[-3:] = []
l[:0] = ["start"]
l.insert(len(l), "end")
print(l, l.index(20), l[::2], l[-1:0:-2])
def chunks(l, n): return [l[i:i + n] for i in range(0, len(l), n)]
print(chunks(list(range(7)), 3), chunks([], 3))
def rotate(l, k): return l[-k % len(l):] + l[:-k % len(l)]
print(rotate([1, 2, 3, 4], 1), rotate([1, 2, 3, 4], -1), rotate([1, 2, 3], 5))
def uniq(l):
    out = []
    for x in l:
        if x not in out: out.append(x)
    return out
print(uniq([3, 1, 3, 2, 1]), list(dict.fromkeys([3, 1, 3])))
a = [3, 1, 2]
b = a
c = a[:]
b.sort()
print(a, c, a is b, sorted(c, reverse=True), c)
x = [[]] * 2
x[0].append(1)
y = [[] for _ in range(2)]
y[0].append(1)
print(x, y)
z = [0] * 5
z[1:3] = [1, 1]
z[::2] = "abc"
print(z, z.count(0), z.pop(1), z, z * 2, len(z * 3))
w = [1, 2, 3, 4, 5, 6]
del w[::2]
print(w, w + [0], [*w, *w])
w.clear()
print(w, not w, [] == w, bool([[]]))
