"""logging: levels, formats, filters, handlers, the tree."""
import logging, logging.handlers, sys, io, tempfile, os, queue, warnings, pickle
out=sys.stdout
logging.basicConfig(stream=out, level=logging.INFO)
logging.info('hello %s', 'x'); logging.debug('no'); logging.warning('w %(a)s', {'a':1})
log=logging.getLogger('a.b.c'); print(log, log.parent, logging.getLogger('a.b'), log.parent, logging.getLogger('a.b') is log.parent)
log.error('err')
exec(compile("try: 1/0\nexcept Exception: log.exception('oops')", '<test>', 'exec')) # a golden knows no folder
h=logging.StreamHandler(out); h.setFormatter(logging.Formatter('%(levelname)-8s %(name)s %(module)s %(funcName)s %(lineno)d %(threadName)s %(processName)s %(message)s'))
log.addHandler(h); log.propagate=False
def f(): log.info('in f'); log.info('in caller', stacklevel=2)
f()
h.formatter.formatStack=lambda s: f'a stack of {len(s.splitlines())} lines'
log.info('st', stack_info=True)
h.setFormatter(logging.Formatter('{levelname}|{message}|{x}', style='{', defaults={'x':5})); log.info('a'); log.info('b', extra={'x':7})
h.setFormatter(logging.Formatter('$levelname ${message}', style='$')); log.info('tpl')
for bad in (('{x', '{'), ('nothing','%'),('$','$'),('{a!z}','{'),('x','?')):
    try: logging.Formatter(bad[0], style=bad[1])
    except ValueError as e: print('ValueError', e)
class F(logging.Filter):
    def filter(self, r): return 'secret' not in r.getMessage()
log.addFilter(F()); log.info('secret'); log.info('open'); log.addFilter(lambda r: r.levelno>10)
ad=logging.LoggerAdapter(log, {'u':1}); ad.info('adapted'); print(ad)
log.setLevel('DEBUG'); print(log.level, log.getEffectiveLevel(), log.isEnabledFor(5)); 
try: log.setLevel('NOPE')
except ValueError as e: print(e)
logging.addLevelName(35,'NOTICE'); log.log(35,'notice'); print(logging.getLevelName(35), logging.getLevelName('NOTICE'), logging.getLevelName(7))
logging.disable(logging.INFO); log.info('gone'); log.warning('here'); logging.disable(logging.NOTSET)
logging.captureWarnings(True); warnings.showwarning = logging._showwarning; warnings.warn_explicit('careful', UserWarning, 'file', 3); logging.captureWarnings(False)
with tempfile.TemporaryDirectory() as d:
    p=os.path.join(d,'x.log')
    fh=logging.handlers.RotatingFileHandler(p, maxBytes=50, backupCount=2); l2=logging.getLogger('rot'); l2.propagate=False; l2.addHandler(fh)
    for i in range(10): l2.warning('message %d', i)
    fh.close(); print(sorted(os.listdir(d)), open(p).read(), open(p+'.2').read())
    fh=logging.FileHandler(p, mode='w', delay=True); print(fh.stream); fh.close()
q=queue.Queue(); l3=logging.getLogger('q'); l3.propagate=False; l3.addHandler(logging.handlers.QueueHandler(q)); l3.error('via %s', 'queue')
ql=logging.handlers.QueueListener(q, h); ql.start(); ql.stop()
mh=logging.handlers.MemoryHandler(10, target=h); l4=logging.getLogger('m'); l4.propagate=False; l4.addHandler(mh); l4.warning('kept'); print('before'); l4.error('flush')
print(pickle.loads(pickle.dumps(log)) is log, logging.makeLogRecord({'msg':'x %d','args':(3,)}).getMessage())
print(logging.getLogger(), h, logging.NullHandler(), logging.lastResort)
r=logging.LogRecord('n',20,'/a/b.py',3,'m',(),None); print(r, r.module, r.filename)
try: log.info('x', extra={'message':1})
except KeyError as e: print(e)
try: logging.basicConfig(foo=1, force=True)
except ValueError as e: print(e)
