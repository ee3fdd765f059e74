import threading
import time


def child():
    time.sleep(0.02)
    print('the child ends')


threading.Thread(target=child).start()
print('main raises')
raise ValueError('in main')
