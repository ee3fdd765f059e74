# format specs: ints, floats, strings; errors
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
for v in (0, 7, -7, 1234567, 10 ** 20):
    for s in ['', 'd', '5', '<8', '>8', '^8', '=8', '08', '+', ' ', '-', ',', '_', '+,', 'x', 'X', '#x', 'b', '#b', 'o', '#o', 'c', 'e', '.2e', 'f', '.1f', 'g', 'n', '%', '*^12', '0=12', '_b', '_x', '#_x', ',d', '012,', '*<+12_d', ' 08b', '.3', ',x', 's', '=<5', '<<5', '!r']:
        t(format, v, s)
for v in (0.0, -0.0, 1.5, -2.25, 1e20, 1e-7, 123456.789, float('inf'), float('-inf'), float('nan')):
    for s in ['', 'e', 'E', 'f', 'F', 'g', 'G', '%', '.0f', '#.0f', '.3', '.3g', '#.3g', '10.2f', '<10', '^+10.1f', '010.2f', ',', ',.2f', '_', '_.1f', '+', ' ', 'n', 'z', 'z.1f', '.0e', '#.0e', '.0%', '20', '=10', '.17g', '.50f'[:4], 'd', 'x', 's', '.']:
        t(format, v, s)
for s in ['', 's', '5', '<5', '>5', '^5', '.1', '5.1', '*^7', '05', '=5', '+', ',', 'd', '.', '\u00e9^5', '5s', '.0', '^', '#', ' ', '0', '10.20s']: t(format, 'ab', s)
t(format, None, ''); t(format, None, '5'); t(format, [1], '5'); t(format, object, '5'); t(format, True, ''); t(format, True, 'd'); t(format, True, '5'); t(format, 1j, '.2f'); t(format, 1 + 2j, ''); t(format, 1 + 2j, '>20'); t(format, 1j, '05'); t(format, 1j, '=5'); t(format, 3, 'c'); t(format, -1, 'c'); t(format, 0x110000, 'c'); t(format, 65, '+c'); t(format, 1, '99999999999999999999'); t(format, 1.0, '.99999999999999999999'); t(format, 1, 3)
