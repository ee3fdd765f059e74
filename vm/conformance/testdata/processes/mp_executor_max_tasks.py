"""Processes of an executor that are replaced after some calls: never are there more than there may be."""
import concurrent.futures
import multiprocessing as mp
import os

if __name__ == '__main__':
    for method, tasks in ('spawn', 1), ('forkserver', 3):
        with concurrent.futures.ProcessPoolExecutor(1, mp_context=mp.get_context(method), max_tasks_per_child=tasks) as executor:
            pids, most = [], 0
            for _ in range(9):
                pids.append(executor.submit(os.getpid).result())
                most = max(most, len(executor._processes))
        runs = [len({*pids[i:i + tasks]}) for i in range(0, len(pids), tasks)]
        print(method, tasks, len(set(pids)), runs, most <= 1)
