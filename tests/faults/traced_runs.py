"""A program under strace: which system calls it makes by itself, and the same run with one of them killed or failing."""
import collections
import os
import re
import signal
import subprocess

# Each as strace writes it; "+" is every call from there on, as a disk that is full stays full.
FAULTS = [("signal=KILL", ""), ("error=EIO", ""), ("error=ENOSPC", "+"), ("error=EACCES", "")]
SECONDS_PER_RUN = 20


def traced(command, log_file, *options):
    """The run under strace, and what strace wrote."""
    # A group of its own: the program outlives a strace that is stopped.
    with subprocess.Popen(["strace", "-f", "-qq", "-o", str(log_file), *options, *command], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        try:
            output, errors = process.communicate(timeout=SECONDS_PER_RUN)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    run = subprocess.CompletedProcess(process.args, process.returncode, output, errors)
    return run, log_file.read_text(encoding="utf-8", errors="replace")


def traced_calls(calls):
    """The options of strace that make it write these calls; those that this machine does not know are left out."""
    return ["-e", "trace=" + ",".join("?" + call for call in calls)]


def fault_at(call, fault, occurrence, onwards=""):
    """The options of strace that break the call with this number."""
    return ["-e", f"inject={call}:{fault}:when={occurrence}{onwards}"]


def own_calls(log, first_own):
    """For each system call the numbers, from 1, of those that the program itself makes: the loader comes before them.
    `first_own` stands in the line of its first one. Of its first thread only: strace counts by thread."""
    seen = collections.Counter()
    made = collections.defaultdict(list)
    is_own = False
    first_thread = log.split(maxsplit=1)[:1]
    for line in log.splitlines():
        call = re.match(r"\d+ +(\w+)\(", line)
        if not call or line.split(maxsplit=1)[:1] != first_thread:
            continue
        seen[call[1]] += 1
        is_own = is_own or first_own in line
        if is_own:
            made[call[1]].append(seen[call[1]])
    return made
