import unittest, warnings

class C(unittest.TestCase):
    def runTest(self): pass
t = C()
t.maxDiff = None
def fails(f, *a, **k):
    try:
        f(*a, **k)
        print('passed')
    except AssertionError as e:
        print(e)
    except Exception as e:
        print(type(e).__name__, e)
    print('--')
fails(t.assertEqual, 1, 2)
fails(t.assertEqual, 1, 2, 'my message')
fails(t.assertEqual, 'abc', 'abd')
fails(t.assertEqual, [1, 2], [1, 2, 3])
fails(t.assertEqual, (1, 'x'), (2, 'x'))
fails(t.assertEqual, {1, 2}, {2, 3})
fails(t.assertEqual, {'a': 1, 'b': [1]}, {'a': 2, 'b': [1]})
fails(t.assertEqual, 'x' * 100 + 'a', 'x' * 100 + 'b')
fails(t.assertEqual, list(range(30)), list(range(29)) + [99])
fails(t.assertListEqual, [1], (1,))
fails(t.assertSequenceEqual, [1], 5)
fails(t.assertNotEqual, 1, 1)
fails(t.assertTrue, 0)
fails(t.assertFalse, [1])
fails(t.assertIs, 1, 2)
fails(t.assertIsNot, t, t) if False else fails(t.assertIsNot, None, None)
fails(t.assertIsNone, 5)
fails(t.assertIsNotNone, None)
fails(t.assertIn, 1, [2])
fails(t.assertNotIn, 2, [2])
fails(t.assertIsInstance, 1, str)
fails(t.assertNotIsInstance, 1, int)
fails(t.assertAlmostEqual, 1.0, 1.1)
fails(t.assertAlmostEqual, 1.0, 1.00000001)
fails(t.assertAlmostEqual, 1, 2, delta=0.5)
fails(t.assertNotAlmostEqual, 1.0, 1.0)
fails(t.assertAlmostEqual, 1, 2, places=2, delta=1)
fails(t.assertGreater, 1, 2)
fails(t.assertGreaterEqual, 1, 2)
fails(t.assertLess, 2, 1)
fails(t.assertLessEqual, 2, 1)
fails(t.assertCountEqual, [1, 2, 2], [2, 1, 3])
fails(t.assertCountEqual, [[1], [2]], [[2], [3]])
fails(t.assertRaises, ValueError, int, '5')
fails(t.assertRaises, ValueError, int, 'x')
fails(t.assertRaises, KeyError, int, 'x')
fails(t.assertRaises, 5, int)
with t.assertRaises(ZeroDivisionError) as cm:
    1 / 0
print(cm.exception)
def noraise():
    with t.assertRaises((KeyError, ValueError)):
        pass
fails(noraise)
fails(t.assertRaisesRegex, ValueError, 'invalid', int, 'x')
fails(t.assertRaisesRegex, ValueError, 'zzz', int, 'x')
with t.assertWarns(UserWarning) as cm:
    warnings.warn('careful')
print(cm.warning)
def nowarn():
    with t.assertWarns(DeprecationWarning):
        pass
fails(nowarn)
fails(t.assertRegex, 'hello', 'zz')
fails(t.assertRegex, 'hello', 'ell')
fails(t.assertNotRegex, 'hello', 'ell')
fails(t.fail)
fails(t.fail, 'because')
t.longMessage = False
fails(t.assertEqual, 1, 2, 'short')
class D(dict): pass
fails(t.assertDictEqual, [], {})
fails(t.assertMultiLineEqual, 1, 'a')
class P:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f'P({self.v})'
def cmp(a, b, msg=None):
    raise t.failureException('custom compare')
t.addTypeEqualityFunc(P, cmp)
fails(t.assertEqual, P(1), P(2))
