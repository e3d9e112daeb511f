#!/usr/bin/env python3
"""Lays out the benchmark corpus with the search of the real theme, measures what the index costs the build, and lets
measure.mjs compare the search with Pagefind and MiniSearch.

Usage: compare.py --program build/release/wegwijs --shared ../shared [--pages 1000 --pages 10000] [--runs 3]
"""
import argparse
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import measure as site_measure  # noqa: E402  tests/bench/measure.py


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--shared", required=True, type=pathlib.Path)
    parser.add_argument("--pages", type=int, action="append")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if not options.shared.exists():
        print("overgeslagen: de maker van het meetcorpus is er niet")
        return
    print("| engine | kB to first results, median | most | warm query ms, median | 95 % | files | kB in all | build CPU s | peak MB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|", flush=True)
    for pages in options.pages or [1000, 10000]:
        folder = pathlib.Path("/dev/shm/wegwijs-search-bench-%d" % pages)
        site_measure.make_site(options.shared.resolve(), folder, pages)
        program = options.program.resolve()
        without = site_measure.cold(program, folder, 1, options.runs)
        shutil.copytree(HERE.parents[2] / "themes/wegwijs/static/zoek", folder / "themes/bench/static/zoek")
        with_search = site_measure.cold(program, folder, 1, options.runs)
        subprocess.run(["node", HERE / "measure.mjs", "--site", folder / "public", "--pages", str(pages), "--wegwijs",
                        "%f,%f" % (with_search[0] - without[0], with_search[2])], check=True)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
