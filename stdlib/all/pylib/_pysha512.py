"""SHA-512 (FIPS 180-4) in Python, for where there is no native one: random.seed() of a string needs it."""

_MASK = 0xFFFFFFFFFFFFFFFF


def _primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all([n % p for p in found]):
            found.append(n)
        n += 1
    return found


def _root_bits(n, degree):
    """The first 64 bits behind the point of n's square or cube root."""
    target = n << (64 * degree)
    low, high = 0, 1 << 72
    while high - low > 1:
        middle = (low + high) >> 1
        if middle ** degree <= target:
            low = middle
        else:
            high = middle
    return low & _MASK


_PRIMES = _primes(80)
_K = [_root_bits(p, 3) for p in _PRIMES]
_START = [_root_bits(p, 2) for p in _PRIMES[:8]]


def _turn(x, n):
    return (x >> n | x << (64 - n)) & _MASK


def _compress(state, block):
    w = [int.from_bytes(block[i:i + 8], 'big') for i in range(0, 128, 8)]
    for i in range(16, 80):
        a, b = w[i - 15], w[i - 2]
        s0 = _turn(a, 1) ^ _turn(a, 8) ^ a >> 7
        s1 = _turn(b, 19) ^ _turn(b, 61) ^ b >> 6
        w.append((w[i - 16] + s0 + w[i - 7] + s1) & _MASK)
    a, b, c, d, e, f, g, h = state
    for i in range(80):
        s1 = _turn(e, 14) ^ _turn(e, 18) ^ _turn(e, 41)
        t1 = h + s1 + (e & f ^ ~e & g) + _K[i] + w[i]
        s0 = _turn(a, 28) ^ _turn(a, 34) ^ _turn(a, 39)
        t2 = s0 + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = (t1 + t2) & _MASK, a, b, c, (d + t1) & _MASK, e, f, g
    return [(x + y) & _MASK for x, y in zip(state, (a, b, c, d, e, f, g, h))]


class sha512:
    """Takes all its data at once."""

    def __init__(self, data=b''):
        data = bytes(data)
        padded = data + b'\x80' + bytes(-(len(data) + 17) % 128) + (len(data) * 8).to_bytes(16, 'big')
        state = _START
        for start in range(0, len(padded), 128):
            state = _compress(state, padded[start:start + 128])
        self._digest = b''.join([x.to_bytes(8, 'big') for x in state])

    def digest(self):
        return self._digest

    def hexdigest(self):
        return self._digest.hex()
