"""Breaks a publication at every step that another program takes for it: those that we call here, and those that the server runs."""
import os
import shutil
import subprocess

from portal import mark, version_of

FAULTS = ("before", "after", "kill")
# What the scripts of `publish ssh://` run on the server, and the shell does not have itself.
SERVER_PROGRAMS = ("cat", "chmod", "cp", "find", "ln", "ls", "mkdir", "mv", "readlink", "rm", "rsync", "sed", "sync")

# Counts its calls in ../count; fails, or kills who called it, at the one that ../fault names.
SHIM = """#!/bin/bash
number=$(( $(< {folder}/count) + 1 )); echo $number > {folder}/count
read -r at fault < {folder}/fault
if [ "$number" = "$at" ]; then
  echo {program} > {folder}/broken
  case $fault in
    before) echo gestoord >&2; exit 1;;
    after) {real} "$@"; echo gestoord >&2; exit 1;;
    kill) /bin/kill -9 $PPID; exit 1;;
  esac
fi
exec {real} "$@"
"""


def set_fault(folder, number=0, fault="-"):
    (folder / "count").write_text("0\n", encoding="utf-8")
    (folder / "fault").write_text(f"{number} {fault}\n", encoding="utf-8")
    (folder / "broken").unlink(missing_ok=True)


def put_shims(folder, programs):
    """A PATH in which `programs` can be broken; before it is used, `set_fault` says where."""
    shims = folder / "shims"
    shims.mkdir(parents=True)
    set_fault(folder)
    for program in programs:
        real = shutil.which(program)
        assert real, program
        (shims / program).write_text(SHIM.format(folder=folder, program=program, real=real), encoding="utf-8")
        (shims / program).chmod(0o755)
    return f"{shims}:{os.environ['PATH']}"


class Store:
    """What lies at the target, put back before each fault: quicker than publishing again."""

    def __init__(self, place, copy):
        self.place, self.copy = place, copy
        subprocess.run(["cp", "-a", str(place), str(copy)], check=True)

    def restore(self):
        shutil.rmtree(self.place)
        subprocess.run(["cp", "-a", str(self.copy), str(self.place)], check=True)


def check_faults(shims, publish, programs, look, store, all_of_it):
    """Breaks every call of every program that we call: readers get pages of the old or the new site, each whole and with what it uses."""
    old = look()
    publish()
    new = look()
    points = []
    for program in programs:
        path = put_shims(shims / program, [program])
        store.restore()
        publish(environment={"PATH": path})
        calls = int((shims / program / "count").read_text(encoding="utf-8"))
        points += [(program, path, number, fault) for number in range(1, calls + 1) for fault in FAULTS]
    if not all_of_it:
        # A call in the middle of what a publication asks.
        points = [points[-1 - len(points) % 3 - len(points) // 2]]
    wrong = []
    for program, path, number, fault in points:
        set_fault(shims / program, number, fault)
        store.restore()
        run = publish(environment={"PATH": path}, expect=None)
        here = f"{program} nr. {number} {fault}"
        if not (shims / program / "broken").exists():
            wrong.append(f"{here}: er werd niets gestoord")
        if run.returncode != 3 and fault == "before" or run.returncode not in (0, 3, -9):
            wrong.append(f"{here}: code {run.returncode} {run.stderr}")
        site = look()
        for name, page in site.items():
            if not name.endswith(".html"):
                continue
            if page not in (old.get(name), new.get(name)):
                wrong.append(f"{here}: {name} is half")
            if f"stijl-{version_of(page.decode())}.css" not in site:
                wrong.append(f"{here}: {name} mist zijn stijl")
        wrong += problems_of_second_try(here, publish, look, new)
    return report(points, wrong)


def check_faults_on_server(shims, publish, look, store, all_of_it):
    """Breaks every call of every program on the server: readers get the whole old site or the whole new one."""
    old = look()
    set_fault(shims)
    publish()
    new = look()
    calls = int((shims / "count").read_text(encoding="utf-8"))
    points = [(number, fault) for number in range(1, calls + 1) for fault in FAULTS]
    if not all_of_it:
        points = points[len(points) // 2:][:1]
    wrong = []
    for number, fault in points:
        store.restore()
        set_fault(shims, number, fault)
        run = publish(expect=None)
        broken = shims / "broken"
        here = f"{broken.read_text(encoding='utf-8').strip() if broken.exists() else 'niets'} op de server, nr. {number} {fault}"
        if not broken.exists():
            wrong.append(f"{here}: er werd niets gestoord")
        if run.returncode not in (0, 3):
            wrong.append(f"{here}: code {run.returncode} {run.stderr}")
        site = look()
        if site not in (old, new):
            wrong.append(f"{here}: de site is half: {sorted(set(site) ^ set(new))}")
        if run.returncode == 0 and site != new:
            wrong.append(f"{here}: code 0 en niet gepubliceerd")
        set_fault(shims)
        wrong += problems_of_second_try(here, publish, look, new)
    return report(points, wrong)


def problems_of_second_try(here, publish, look, new):
    again = publish(expect=None)
    after = look()
    if "een/index.html" not in after or version_of(after["een/index.html"].decode()) != mark(2):
        return [f"{here}: dezelfde opdracht gaf niet de nieuwe site: code {again.returncode} {again.stderr}"]
    if again.returncode != 0 or after != new:
        differ = sorted(path for path in {*after, *new} if after.get(path) != new.get(path))
        return [f"{here}: dezelfde opdracht nog eens: code {again.returncode} {again.stderr} {differ}"]
    return []


def report(points, wrong):
    print(f"  {len(points)} punten, {len(wrong)} fout", flush=True)
    assert not wrong, "\n".join(wrong[:10])
    assert points
    return len(points)
