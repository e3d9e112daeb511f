#!/usr/bin/env python3
"""Measures building the benchmark corpus with Wegwijs, and with Hugo where it is installed.

Usage: measure.py --program build/release/wegwijs --shared ../shared [--pages 1000 --pages 10000] [--runs 3]

Everything lies in memory (/dev/shm). Times are CPU seconds (user and system), the least of the runs, because a shared
machine only ever adds. Both make the same output: every page, every school, one list per section, a home page and a
sitemap; Hugo's tag pages and feed are switched off, and its lists are not cut into parts. Wegwijs also checks every link
and anchor, which Hugo does not.
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
THEMES = [("basisondersteuning", "Basisondersteuning"), ("extra-ondersteuning", "Extra ondersteuning"),
          ("overstap", "Overstap en aansluiting"), ("aanwezigheid", "Schoolaanwezigheid"),
          ("hoogbegaafdheid", "Hoogbegaafdheid"), ("nieuwkomers", "Nieuwkomers"), ("veiligheid", "Schoolveiligheid"),
          ("jeugdhulp", "Jeugdhulp op school"), ("professionalisering", "Professionalisering"),
          ("ouders", "Ouders en leerlingen")]


def run(command, **options):
    """CPU seconds, wall seconds and peak memory in MB of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    peak_file = "/dev/shm/wegwijs-peak"
    result = subprocess.run(["/usr/bin/env", "python3", "-c", PEAK, peak_file] + [str(word) for word in command],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    wall = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if result.returncode != 0:
        sys.exit("%s failed:\n%s" % (command[0], result.stdout.decode()[-4000:]))
    cpu, peak = open(peak_file).read().split()
    del before, after
    return float(cpu), wall, float(peak)


# A process of its own per run: the peak of children is that of the largest child ever waited for.
PEAK = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
open(sys.argv[1], "w").write("%f %f" % (used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
sys.exit(status)
"""


def make_site(shared, folder, pages):
    """Lays out the corpus as a Wegwijs portal and as a Hugo site."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([sys.executable, shared / "bench/make_corpus.py", "--seeds", shared / "seeds", "--out", folder, "--n",
                    str(pages), "--peer", "hugo", "--themes", shared / "bench"], check=True, stdout=subprocess.DEVNULL)
    corpus = HERE / "corpus"
    settings = ["titel: Portaal", "basisadres: https://portaal.example/", "thema: bench", "verzamelingen:"]
    for folder_name, title in THEMES:
        shutil.copy(corpus / "pages_schema.yaml", folder / "pages" / folder_name / "_schema.yaml")
        settings += ["  %s:" % folder_name, "    map: pages/%s" % folder_name, "    adres: /%s/{id}/" % folder_name,
                     "    lijsten: [{adres: /%s/, titel: %s}]" % (folder_name, title)]
    settings += ["  scholen:", "    map: profiles", "    adres: /scholen/{id}/", "    sjabloon: school",
                 "    lijsten: [{adres: /scholen/, titel: Scholen}]",
                 "  paginas: {map: content, adres: '/{id}/', sjabloon: start}", "menu:"]
    settings += ["  - {tekst: %s, adres: /%s/}" % (title, name) for name, title in THEMES + [("scholen", "Scholen")]]
    (folder / "site.yaml").write_text("\n".join(settings) + "\n")
    schema = subprocess.run([sys.executable, corpus / "make_profile_schema.py"], check=True, stdout=subprocess.PIPE).stdout
    (folder / "profiles/_schema.yaml").write_bytes(schema)
    shutil.copytree(corpus / "theme", folder / "themes/bench")
    (folder / "content").mkdir()
    (folder / "content/_schema.yaml").write_text("fields: [{id: titel, type: text, role: title, label: {nl: Titel}}]\n")
    for name, address in [("index", "/"), ("contact", ""), ("privacy", ""), ("toegankelijkheid", "")]:
        lines = ["---", "titel: " + name.capitalize()] + (["adres: " + address] if address else []) + ["---", ""]
        (folder / "content" / (name + ".md")).write_text("\n".join(lines))


def least(measurements):
    return min(measurements, key=lambda one: one[0])


def cold(program, folder, jobs, runs):
    results = []
    for _ in range(runs):
        shutil.rmtree(folder / "public", ignore_errors=True)
        results.append(run([program, "build", "--root", folder, "--jobs", jobs, "--clock", "2026-11-23"]))
    return least(results)


def rebuild(program, folder, runs, edit):
    results = []
    page = next((folder / "pages/overstap").glob("*.md"))
    for number in range(runs):
        if edit:
            # A new file in its place: the corpus is hard-linked to the Hugo site.
            text = page.read_text() + "\nBewerkt, keer %d.\n" % number
            page.unlink()
            page.write_text(text)
        results.append(run([program, "build", "--root", folder, "--jobs", 1, "--clock", "2026-11-23"]))
    return least(results)


def hugo(folder, runs):
    if shutil.which("hugo") is None:
        return None
    environment = dict(os.environ, HUGO_DISABLEKINDS="taxonomy term RSS", HUGO_PAGINATE="1000000")
    results = []
    for _ in range(runs):
        shutil.rmtree(folder / "hugo/public", ignore_errors=True)
        results.append(run(["hugo", "--quiet", "--source", folder / "hugo"], env=environment))
    return least(results)


def row(words, *cells):
    print("| %-44s | %s |" % (words, " | ".join(cells)), flush=True)


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
    row("case", "CPU s", "wall s", "peak MB", "ratio")
    row("---", "---:", "---:", "---:", "---:")
    per_page = {}
    for pages in options.pages or [1000, 10000]:
        folder = pathlib.Path("/dev/shm/wegwijs-bench-%d" % pages)
        make_site(options.shared.resolve(), folder, pages)
        program = options.program.resolve()
        one = cold(program, folder, 1, options.runs)
        two = cold(program, folder, 2, options.runs)
        per_page[pages] = one[0] / pages

        def tell(words, measured, ratio=""):
            row("%s, %d pages" % (words, pages), "%.2f" % measured[0], "%.2f" % measured[1], "%.0f" % measured[2], ratio)
        other = hugo(folder, max(1, options.runs - 1))
        if other is None:
            print("overgeslagen: Hugo is niet geïnstalleerd (apt-get install hugo)")
        else:
            tell("Hugo, cold", other)
        tell("Wegwijs, cold, one thread", one, "%.3f of Hugo's CPU" % (one[0] / other[0]) if other else "")
        tell("Wegwijs, cold, two threads", two, "%.2f of one thread's wall" % (two[1] / one[1]))
        nothing = rebuild(program, folder, options.runs, edit=False)
        tell("Wegwijs, nothing changed", nothing, "%.3f of cold" % (nothing[0] / one[0]))
        edited = rebuild(program, folder, options.runs, edit=True)
        tell("Wegwijs, one page edited", edited, "%.3f of cold" % (edited[0] / one[0]))
        shutil.rmtree(folder)
    sizes = sorted(per_page)
    if len(sizes) > 1:
        print("\nCost per page at %d against %d pages: %.2f" % (sizes[-1], sizes[0], per_page[sizes[-1]] / per_page[sizes[0]]))


if __name__ == "__main__":
    main()
