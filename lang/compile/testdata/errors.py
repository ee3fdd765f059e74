"""Prints, for each source below, what CPython's compile() says, as JSON: the golden file errors.jsonl.

The list holds what the parser lets through and the symbol table or the code generator refuses, and near misses.
"""
import json
import sys
import warnings

SOURCES = r'''
return 1
===
def f():
  x=1
  global x
===
def f(a,
  a): pass
===
lambda a,a:0
===
def f(a, *a): pass
===
def f(a, *, b, **a): pass
===
class A:
  return 1
===
x = yield
===
yield from x
===
break
===
continue
===
for x in y: pass
else:
  continue
===
def f():
  for x in y:
    def g():
      break
===
for x in y:
  class A:
    continue
===
def f():
  nonlocal x
===
nonlocal x
===
def f(x):
  global x
===
def f(x):
  nonlocal x
===
def f():
  print(x)
  global x
===
def f():
  print(x)
  nonlocal x
===
def f():
  def g():
    x = 1
    nonlocal x
===
def f():
  x: int
  global x
===
def f():
  x: int
  nonlocal x
===
def f():
  global x
  x: int = 1
===
def f():
  x = 1
  def g():
    nonlocal x
    x: int = 1
===
global x
x: int = 1
===
def f():
  global x
  nonlocal x
===
def f():
  global x
  def g():
    nonlocal x
===
def f():
  from a import *
===
class A:
  from b import *
===
def f():
  global x, y, z
  for z in y: x = z
===
x = 1
global x
===
print(x)
global x
===
from __future__ import foo
===
x=1
from __future__ import annotations
===
from __future__ import braces
===
from __future__ import annotations, nope
===
"doc"
from __future__ import division
from __future__ import nope
===
"doc"; "more"
from __future__ import division
===
if 1:
  from __future__ import division
===
def f():
  from __future__ import division
===
[(x:=1) for x in y]
===
[(x:=1) for z in y for x in z]
===
[x for z in y if (x:=1) for x in z]
===
class A:
  [(x:=1) for y in z]
===
class A:
  def f(self):
    return [(x:=1) for y in z]
===
class A:
  lambda: [(x:=1) for y in z]
===
[x for x in (y:=[1])]
===
[x for x in y for z in (y:=[1])]
===
[x for x in (lambda: (y:=1))()]
===
def f():
  [x for x in y if (x:=1)]
===
def f():
  [[(j:=0) for i in y] for j in z]
===
[(yield) for x in y]
===
{(yield) for x in y}
===
{(yield): 1 for x in y}
===
((yield) for x in y)
===
def f(): return [(yield from z) for x in y]
===
def f(): return [x for x in (yield)]
===
lambda: (yield)
===
class A:
  yield 1
===
class A:
  x = [(await y) for z in w]
===
def f():
  [x async for x in y]
===
[x async for x in y]
===
def f():
  (x async for x in y)
===
(x async for x in y)
===
async def f():
  yield 1
  return 2
===
async def f():
  return 2
  yield 1
===
async def f():
  yield 1
  return
===
async def f():
  yield from x
===
await x
===
def f(): await x
===
lambda: await x
===
async def f():
  lambda: await x
===
class A:
  await 1
===
async with a: pass
===
def f():
  async with a: pass
===
async for x in y: pass
===
def f():
  async for x in y: pass
===
async def f():
  def g():
    [await x for x in y]
===
async def f():
  def g(): return [x async for x in y]
===
async def f():
  return [[x async for x in y] for z in w]
===
def f():
  return {x: y async for x, y in z}
===
try: pass
except: pass
except A: pass
===
try: pass
except A: pass
except: pass
===
while 1:
  try: pass
  finally:
    continue
===
def f():
  try: pass
  except* A:
    return
===
while 1:
  try: pass
  except* A:
    break
===
while 1:
  try: pass
  except* A:
    continue
===
try: pass
except* A:
  for x in y:
    break
===
try: pass
except* A:
  for x in y:
    continue
  else:
    break
===
def f():
  try: pass
  except* A:
    for x in y:
      return 1
===
def f():
  try: pass
  except* A:
    def g(): return 1
===
def f():
  try:
    return
  except* A:
    pass
  else:
    return
  finally:
    return
===
*a, *b = c
===
[*a, *b] = c
===
(x, (*a, *b)) = c
===
*a = b
===
*a
===
a = *b
===
a = *b,
===
x = *a, *b
===
for *x in y: pass
===
for *x, in y: pass
===
[x for *x in y]
===
with a as (*x, *y): pass
===
f(a=1,b=2,a=3)
===
f(a=1,b=2,**c,a=3)
===
class A(a=1, a=2): pass
===
match a:
  case x | 1: pass
===
match a:
  case 1 | x: pass
===
match a:
  case x: pass
  case 1: pass
===
match a:
  case x if b: pass
  case 1: pass
===
match a:
  case _: pass
  case 1: pass
===
match a:
  case _ as x: pass
===
match a:
  case (x): pass
  case 1: pass
===
match a:
  case [x, x]: pass
===
match a:
  case (x | _): pass
===
match a:
  case (_ | x): pass
===
match a:
  case [x] | [y]: pass
===
match a:
  case [x, y] | [y, x]: pass
===
match a:
  case [x] | [x, y]: pass
===
match a:
  case A(b=1, b=2): pass
===
match a:
  case A(b=x, c=x): pass
===
match a:
  case A(x, b=x): pass
===
match a:
  case {1: 2, 1: 3}: pass
===
match a:
  case {'a': 2, 'a': 3}: pass
===
match a:
  case {1: 2, True: 3}: pass
===
match a:
  case {1: 2, 1.0: 3}: pass
===
match a:
  case {-1: 2, -1: 3}: pass
===
match a:
  case {a.b: 2, a.b: 3}: pass
===
match a:
  case [*a, *b]: pass
===
match a:
  case [*_, x, *_]: pass
===
match a:
  case {'a': y, 'b': y}: pass
===
match a:
  case {'a': y, **y}: pass
===
match a:
  case (1 as y) | y: pass
===
match a:
  case [x, *x]: pass
===
match a:
  case x as x: pass
===
match a:
  case (x as y) | (y as x): pass
===
__debug__ = 1
===
x, __debug__ = 1
===
__debug__ += 1
===
__debug__: int = 1
===
(__debug__ := 1)
===
[(__debug__ := 1) for x in y]
===
def f(__debug__): pass
===
def f(*, __debug__=1): pass
===
lambda __debug__: 1
===
f(__debug__=1)
===
x.__debug__ = 1
===
x.__debug__ += 1
===
x.__debug__
===
del x.__debug__
===
del __debug__
===
def __debug__(): pass
===
class __debug__: pass
===
class A(__debug__=1): pass
===
import __debug__
===
import a.__debug__
===
import a as __debug__
===
from a import __debug__
===
from a import b as __debug__
===
for __debug__ in x: pass
===
with a as __debug__: pass
===
try: pass
except E as __debug__: pass
===
def f():
  global __debug__
===
match a:
  case __debug__: pass
===
match a:
  case A(__debug__=1): pass
===
def f():
  class A:
    nonlocal q
===
def f():
  x = 1
  class A:
    x = 2
    nonlocal x
===
class A:
  def f(self):
    nonlocal __class__
===
class A:
  x = 1
  def f(self):
    nonlocal x
===
a.b: int
===
(a): int
===
from __future__ import annotations
x: (yield)
===
from __future__ import annotations
def f(x: (y:=1)): pass
===
from __future__ import annotations
async def f(x: (await y)): pass
===
from __future__ import annotations
def f(x: [y for y in (yield)]): pass
===
def f(x: (y:=1)): pass
===
def f():
  x: (yield) = 1
===
del (a, b), [c, d]
===
def f():
  return 1
return 2
def g(a, a): pass
===
break
def f():
  nonlocal x
===
raise
===
def f(): yield; return 1
===
def outer():
  a = 1
  def f(b=(a:=2)): pass
===
f'{(x:=1)}'
===
é = "ü"; return 1
===
match a:
  case f'x': pass
===
match a:
  case {f'x': 1}: pass
===
match a:
  case (None | _) | _: pass
===
match a:
  case (None | x) as y: pass
  case _: pass
===
match a:
  case None | _: pass
===
match a:
  case [None | _]: pass
  case _: pass
===
match a:
  case [(None | _) | 1]: pass
===
from __future__ import barry_as_FLUFL
===
while 1:
 while 1:
  while 1:
   while 1:
    while 1:
     while 1:
      while 1:
       while 1:
        while 1:
         while 1:
          while 1:
           while 1:
            while 1:
             while 1:
              while 1:
               while 1:
                while 1:
                 while 1:
                  while 1:
                   while 1:
                    pass
===
while 1:
 while 1:
  while 1:
   while 1:
    while 1:
     while 1:
      while 1:
       while 1:
        while 1:
         while 1:
          while 1:
           while 1:
            while 1:
             while 1:
              while 1:
               while 1:
                while 1:
                 while 1:
                  while 1:
                   while 1:
                    while 1:
                     pass
===
for x in y:
 for x in y:
  for x in y:
   for x in y:
    for x in y:
     for x in y:
      for x in y:
       for x in y:
        for x in y:
         for x in y:
          for x in y:
           for x in y:
            for x in y:
             for x in y:
              for x in y:
               for x in y:
                for x in y:
                 for x in y:
                  for x in y:
                   for x in y:
                    for x in y:
                     pass
===
with x:
 with x:
  with x:
   with x:
    with x:
     with x:
      with x:
       with x:
        with x:
         with x:
          with x:
           with x:
            with x:
             with x:
              with x:
               with x:
                with x:
                 with x:
                  with x:
                   with x:
                    with x:
                     pass
===
with x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x: pass
===
try:
 try:
  try:
   try:
    try:
     try:
      try:
       try:
        try:
         try:
          try:
           try:
            try:
             try:
              try:
               try:
                try:
                 try:
                  try:
                   try:
                    try:
                     pass
                    finally: pass
                   finally: pass
                  finally: pass
                 finally: pass
                finally: pass
               finally: pass
              finally: pass
             finally: pass
            finally: pass
           finally: pass
          finally: pass
         finally: pass
        finally: pass
       finally: pass
      finally: pass
     finally: pass
    finally: pass
   finally: pass
  finally: pass
 finally: pass
finally: pass
===
try:
 try:
  try:
   try:
    try:
     try:
      try:
       try:
        try:
         try:
          try:
           try:
            try:
             try:
              try:
               try:
                try:
                 try:
                  try:
                   try:
                    pass
                   finally: pass
                  finally: pass
                 finally: pass
                finally: pass
               finally: pass
              finally: pass
             finally: pass
            finally: pass
           finally: pass
          finally: pass
         finally: pass
        finally: pass
       finally: pass
      finally: pass
     finally: pass
    finally: pass
   finally: pass
  finally: pass
 finally: pass
finally: pass
===
try:
 try:
  try:
   try:
    try:
     try:
      try:
       try:
        try:
         try:
          try:
           try:
            try:
             try:
              try:
               try:
                try:
                 try:
                  try:
                   try:
                    try:
                     pass
                    except: pass
                   except: pass
                  except: pass
                 except: pass
                except: pass
               except: pass
              except: pass
             except: pass
            except: pass
           except: pass
          except: pass
         except: pass
        except: pass
       except: pass
      except: pass
     except: pass
    except: pass
   except: pass
  except: pass
 except: pass
except: pass
===
try: pass
except:
 try: pass
 except:
  try: pass
  except:
   try: pass
   except:
    try: pass
    except:
     try: pass
     except:
      try: pass
      except:
       try: pass
       except:
        try: pass
        except:
         try: pass
         except:
          try: pass
          except:
           pass
===
try: pass
except:
 try: pass
 except:
  try: pass
  except:
   try: pass
   except:
    try: pass
    except:
     try: pass
     except:
      try: pass
      except:
       try: pass
       except:
        try: pass
        except:
         try: pass
         except:
          pass
===
try:
 try:
  try:
   try:
    try:
     try:
      try:
       try:
        try:
         try:
          try:
           pass
          except: pass
          finally: pass
         except: pass
         finally: pass
        except: pass
        finally: pass
       except: pass
       finally: pass
      except: pass
      finally: pass
     except: pass
     finally: pass
    except: pass
    finally: pass
   except: pass
   finally: pass
  except: pass
  finally: pass
 except: pass
 finally: pass
except: pass
finally: pass
===
try: pass
finally:
 try: pass
 finally:
  try: pass
  finally:
   try: pass
   finally:
    try: pass
    finally:
     try: pass
     finally:
      try: pass
      finally:
       try: pass
       finally:
        try: pass
        finally:
         try: pass
         finally:
          try: pass
          finally:
           try: pass
           finally:
            try: pass
            finally:
             try: pass
             finally:
              try: pass
              finally:
               try: pass
               finally:
                try: pass
                finally:
                 try: pass
                 finally:
                  try: pass
                  finally:
                   try: pass
                   finally:
                    try: pass
                    finally:
                     pass
===
if 1:
 if 1:
  if 1:
   if 1:
    if 1:
     if 1:
      if 1:
       if 1:
        if 1:
         if 1:
          if 1:
           if 1:
            if 1:
             if 1:
              if 1:
               if 1:
                if 1:
                 if 1:
                  if 1:
                   if 1:
                    if 1:
                     if 1:
                      if 1:
                       if 1:
                        if 1:
                         pass
'''

SINGLE = ["return 1", "def f():\n  return 1\n\n", "x = 1; break", "nonlocal x"]
EVAL = ["(yield)", "await x", "[x async for x in y]", "(x:=1)", "[(x:=1) for x in y]", "lambda: (yield)"]


def report(source, mode):
    try:
        compile(source, "<test>", mode)
        got = None
    except SyntaxError as e:
        got = [e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    print(json.dumps([mode, source, got]))


warnings.simplefilter("ignore")
for text in SOURCES.strip("\n").split("\n===\n"):
    report(text, "exec")
for text in SINGLE:
    report(text, "single")
for text in EVAL:
    report(text, "eval")
