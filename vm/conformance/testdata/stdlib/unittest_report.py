import unittest, io, sys

class T(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setUpClass')
    @classmethod
    def tearDownClass(cls): print('tearDownClass')
    def setUp(self): print('setUp', self._testMethodName)
    def tearDown(self): print('tearDown')
    def test_ok(self):
        "docstring line"
        self.assertEqual(1, 1)
    def test_fail(self):
        self.assertEqual([1, 2, 3], [1, 5, 3])
    def test_error(self):
        {}['k']
    @unittest.skip('not now')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail('expected')
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertNotEqual(i % 2, 1)
    def test_cleanup(self):
        self.addCleanup(print, 'cleanup', 1)
        self.addCleanup(print, 'cleanup', 2)
    def test_skip_inside(self): self.skipTest('inside')
    def test_diff(self):
        self.assertEqual('line one\nline two\n', 'line one\nline 2\n')
    def test_chained(self):
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise ValueError('second') from e

class Empty(unittest.TestCase): pass
class BadSetup(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError('no setup')
    def test_x(self): pass
def setUpModule(): print('setUpModule')
def tearDownModule(): print('tearDownModule')

for verbosity in (1, 2):
    buf = io.StringIO()
    suite = unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (T, Empty, BadSetup)])
    r = unittest.TextTestRunner(stream=buf, verbosity=verbosity).run(suite)
    text = buf.getvalue().replace(__file__, 'FILE')
    for line in text.splitlines():
        if line.startswith('Ran '):
            line = line.rpartition(' in ')[0]
        print(line)
    print(r, r.wasSuccessful(), r.testsRun, len(r.failures), len(r.errors), len(r.skipped), len(r.expectedFailures), len(r.unexpectedSuccesses))
prog = unittest.main(argv=['x', 'T.test_ok', '-q'], exit=False, testRunner=unittest.TextTestRunner(stream=io.StringIO()))
print(prog.result)
try:
    unittest.main(argv=['x', 'T.test_fail'], testRunner=unittest.TextTestRunner(stream=io.StringIO()))
except SystemExit as e:
    print('exit', e.code)
print(unittest.defaultTestLoader.getTestCaseNames(T)[:3], str(T('test_ok')), repr(T('test_ok')), T('test_ok').id(), T('test_ok').shortDescription())
