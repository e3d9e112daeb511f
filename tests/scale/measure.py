#!/usr/bin/env python3
"""Prints what many portals, and one portal with very many schools, cost to build: rows for docs/scale.md.

Usage: measure.py --program build/release/wegwijs [--portals 150] [--schools 67] [--large 1000 --large 10000] [--keep FOLDER]

All in memory (/dev/shm). CPU seconds are user and system of all threads; the clock on the wall is of a machine with other work.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# A process of its own per run: the peak of children is that of the largest child ever waited for.
PROBE = """
import json, resource, subprocess, sys, time
begin = time.monotonic()
run = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([run.returncode, used.ru_utime + used.ru_stime, time.monotonic() - begin, used.ru_maxrss / 1024, run.stdout + run.stderr]))
"""


def cost_of(program, *arguments, expect=0):
    """CPU seconds, seconds on the wall and MB at the peak."""
    command = [sys.executable, "-c", PROBE, str(program), *map(str, arguments), "--clock", "2026-11-29"]
    code, cpu, wall, peak, words = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if code != expect:
        sys.exit(f"{arguments}: code {code}\n{words[-3000:]}")
    return cpu, wall, peak


def row(name, cost, more=""):
    print(f"| {name} | {cost[0]:.1f} | {cost[1]:.1f} | {cost[2]:.0f} | {more} |", flush=True)


def size_of(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return f"{len(files):,} files, {sum(path.stat().st_size for path in files) / 1e6:,.0f} MB"


def make(folder, portals, schools, regions):
    subprocess.run([sys.executable, HERE / "make_schools.py", "--out", folder, "--portals", str(portals), "--schools", str(schools),
                    "--regions", str(regions)], check=True)


def measure_portals(program, folder, portals, schools):
    make(folder, portals, schools, 5)
    every = ["build", "--all", folder / "portalen.yaml"]
    page_of_one = folder / f"portaal-{(portals + 1) // 2:03d}/content/paginas/index.md"
    name = f"{portals} portals of {schools} schools"
    row(f"{name}, one thread", cost_of(program, *every, "--no-memory", "--jobs", 1))
    public = size_of_all(folder)
    row(f"{name}, two threads", cost_of(program, *every, "--no-memory", "--jobs", 2), public)
    # What was saved a moment ago is not trusted to be settled.
    subprocess.run(["find", str(folder), "-path", "*/public", "-prune", "-o", "-type", "f", "-exec", "touch", "-d", "1 hour ago", "{}", "+"], check=True)
    cost_of(program, *every)
    row("nothing changed", cost_of(program, *every, "--jobs", 2))
    with page_of_one.open("a", encoding="utf-8") as page:
        page.write("\nEen zin erbij.\n")
    row("one page of one portal changed", cost_of(program, *every, "--jobs", 2))
    with page_of_one.open("a", encoding="utf-8") as page:
        page.write("\nZie [hier](/bestaat-niet/).\n")
    row("the same portal broken (exit code 1), the others built", cost_of(program, *every, "--no-memory", "--jobs", 2, expect=1))


def size_of_all(folder):
    files, size = 0, 0
    for public in folder.glob("*/public"):
        found = [path for path in public.rglob("*") if path.is_file()]
        files += len(found)
        size += sum(path.stat().st_size for path in found)
    return f"{files:,} files, {size / 1e6:,.0f} MB"


def measure_large(program, folder, schools):
    make(folder, 1, schools, max(1, schools * 150 // 10000))
    root = folder / "portaal-001"
    sources = size_of(root / "schoolprofiles")
    row(f"one portal of {schools:,} schools, one thread", cost_of(program, "build", "--root", root, "--no-memory", "--jobs", 1), f"sources: {sources}")
    row(f"one portal of {schools:,} schools, two threads", cost_of(program, "build", "--root", root, "--no-memory", "--jobs", 2), size_of(root / "public"))
    row("the same, checked only", cost_of(program, "check", "--root", root, "--jobs", 2))
    heaviest(root / "public")


def heaviest(public):
    """The largest file of every kind that a reader or a program fetches."""
    for name in ("scholen/index.html", "zoeken/index.html", "vergelijken/index.html", "data/scholen.json", "data/scholen.csv", "sitemap.xml",
                 "zoek/root.bin"):
        path = public / name
        if path.exists():
            print(f"|   /{name} | | | | {path.stat().st_size / 1e3:,.0f} kB, {gzip_size(path) / 1e3:,.0f} kB with gzip |", flush=True)
    pages = sorted(public.rglob("*.html"), key=lambda path: path.stat().st_size)
    print(f"|   largest page: /{pages[-1].relative_to(public)} | | | | {pages[-1].stat().st_size / 1e3:,.0f} kB |")
    print(f"|   page in the middle | | | | {pages[len(pages) // 2].stat().st_size / 1e3:,.1f} kB |", flush=True)


def gzip_size(path):
    return len(subprocess.run(["gzip", "-9", "-c", str(path)], check=True, capture_output=True).stdout)


def main():
    arguments = argparse.ArgumentParser(description="What many portals and many schools cost.")
    arguments.add_argument("--program", type=pathlib.Path, required=True)
    arguments.add_argument("--portals", type=int, default=150)
    arguments.add_argument("--schools", type=int, default=67)
    arguments.add_argument("--large", type=int, action="append", help="schools of one portal (repeatable)")
    arguments.add_argument("--keep", type=pathlib.Path, help="folder in which the last large portal stays")
    chosen = arguments.parse_args()
    work = chosen.keep or pathlib.Path(tempfile.mkdtemp(prefix="wegwijs-scale-", dir="/dev/shm"))
    print("| case | CPU s | wall s | peak MB | |\n|---|---:|---:|---:|---|")
    try:
        if chosen.portals:
            measure_portals(chosen.program, work / "portals", chosen.portals, chosen.schools)
            shutil.rmtree(work / "portals")
        for schools in chosen.large or [1000, 10000]:
            shutil.rmtree(work / "large", ignore_errors=True)
            measure_large(chosen.program, work / "large", schools)
    finally:
        if not chosen.keep:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
