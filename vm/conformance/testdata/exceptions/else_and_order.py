# try/except/else/finally: order of execution and exceptions in each part
def run(*fail):
    log = []
    try:
        try:
            log.append("try")
            if "try" in fail: raise ValueError("try")
        except ValueError:
            log.append("except")
            if "except" in fail: raise KeyError("except")
        else:
            log.append("else")
            if "else" in fail: raise TypeError("else")
        finally:
            log.append("finally")
            if "finally" in fail: raise OSError("finally")
        log.append("after")
    except Exception as e:
        log.append(repr(e))
        log.append(repr(e.__context__))
    return log
print(run())
print(run("try"))
print(run("else"))
print(run("finally"))
print(run("try", "except"))
print(run("try", "finally"))
print(run("try", "except", "finally"))
print(run("else", "finally"))
def loop_else(n):
    for i in range(5):
        if i == n:
            break
    else:
        return "no break"
    return "broke"
print(loop_else(3), loop_else(9))
def while_else(n):
    while n:
        n -= 1
        if n == 2: break
    else:
        return "exhausted"
    return "broke"
print(while_else(5), while_else(1))
def else_return():
    try:
        pass
    except Exception:
        pass
    else:
        return "from else"
    finally:
        print("finally after else")
print(else_return())
def loop_try_else():
    out = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
        except Exception: pass
        else: out.append(i)
        finally: out.append(-i)
    return out
print(loop_try_else())
