import sys
import threading
import time


def child():
    time.sleep(0.02)
    print('the child still runs', time.sleep)

    def grandchild():
        time.sleep(0.02)
        print('and its child')
    threading.Thread(target=grandchild).start()


threading.Thread(target=child).start()
sys.exit(0)
