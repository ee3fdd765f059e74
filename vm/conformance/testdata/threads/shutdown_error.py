import threading


def child():
    threading.main_thread().join()
    print('the child ends')


threading.Thread(target=child).start()
print('main raises')
raise ValueError('in main')
