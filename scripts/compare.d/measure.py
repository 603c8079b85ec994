#!/usr/bin/env python3
"""Runs a command several times; prints the median of the seconds and the largest memory (resident set, MB).

    measure.py TIMES COMMAND ...

Its output goes to standard error when it fails; 1 is a valid exit code of checks that find something.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time


def main(times, command):
    seconds, memory = [], 0
    for _ in range(int(times)):
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            seconds.append(time.perf_counter() - start)
            memory = max(memory, usage.ru_maxrss)
            if process.returncode not in (0, 1):
                output.seek(0)
                sys.stderr.buffer.write(output.read()[-2000:])
                sys.exit(f"measure: {command[0]} ended with {process.returncode}")
    print(f"{statistics.median(seconds):.2f} {memory / 1024:.0f}")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
