# Offsets in code objects: lines follow each other and end with the code


def sample(x, y):
    total = x + y

    difference = x - y
    return total * difference


c = sample.__code__
rows = list(c.co_lines())
print(rows[0][0], rows[-1][1] == len(c.co_code))
print(all(a[1] == b[0] for a, b in zip(rows, rows[1:])))
print([line - c.co_firstlineno for _, _, line in rows if line is not None][-1])
print(len(list(c.co_positions())) * 2 == len(c.co_code))
print(type(c.co_lnotab), len(c.co_lnotab) % 2)


def broken():
    a = 1
    b = a / 0
    return b


try:
    broken()
except ZeroDivisionError as e:
    tb = e.__traceback__.tb_next
    place = list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2]
    print(place[0] - tb.tb_frame.f_code.co_firstlineno, place[2], place[3])

for g in 'text', 5:
    try:
        __import__('sys', g, None, (), 1)
    except TypeError as e:
        print(e)
try:
    __import__('sys', {}, None, (), 1)
except KeyError as e:
    print(e)
