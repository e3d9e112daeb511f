#!/usr/bin/env python3
"""Measures building the benchmark corpus with Wegwijs, and with Hugo where it is installed.

Usage: measure.py --program build/release/wegwijs --shared ../shared [--pages 1000 --pages 10000] [--runs 3] [--real FOLDER]

With --real the pages are those of a public site: every Markdown file below FOLDER, with its title. What belongs to the other
site alone is left out for both: links within it, its pictures and its shortcodes. Files that Wegwijs refuses (raw HTML, beyond
its limits) are left out for both too, and counted.

Everything lies in memory (/dev/shm). Times are CPU seconds (user and system), the least of the runs, because a shared
machine only ever adds. Both make the same output: every page, every school, one list per section, a home page and a
sitemap; Hugo's tag pages and feed are switched off, and its lists are not cut into parts. Wegwijs also checks every link
and anchor, which Hugo does not.
"""
import argparse
import collections
import json
import os
import pathlib
import re
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


def make_whole_site(folder, pages):
    """The pages of the corpus in `folder` once more, with everything on: the shipped theme and its search, and for the profiles
    as many invented schools in the schema of this repository, with finder, comparisons, topics and open data. Its root."""
    whole = folder / "whole"
    subprocess.run([sys.executable, HERE.parent / "scale/make_schools.py", "--out", whole, "--portals", "1", "--schools",
                    str(pages // 5), "--regions", str(max(1, pages // 350))], check=True)
    root = whole / "portaal-001"
    shutil.copytree(folder / "pages", root / "pages", copy_function=os.link)
    rules = []
    for name, title in THEMES:
        shutil.copytree(root / "pages" / name, whole / "gedeeld/pages" / name, copy_function=os.link,
                        ignore=shutil.ignore_patterns("*.md"))
        rules.append("  %s: {map: pages/%s, adres: '/%s/{id}/', lijsten: [{adres: /%s/, titel: %s}]}\n" %
                     (name, name, name, name, title))
    settings = (root / "site.yaml").read_text()
    names = ", ".join(["paginas", "scholen"] + [name for name, _ in THEMES])
    settings = settings.replace("verzamelingen:\n", "verzamelingen:\n" + "".join(rules), 1)
    settings = settings.replace("verzamelingen: [paginas, scholen]", "verzamelingen: [%s]" % names)
    (root / "site.yaml").write_text(settings)
    return root


def tell_stages(program, root):
    """Builds once more with --metrics, and prints what each stage took."""
    shutil.rmtree(root / "public", ignore_errors=True)
    told = subprocess.run([program, "build", "--root", root, "--jobs", "1", "--clock", "2026-11-23", "--metrics"],
                          check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    print("\n| stage, everything on | CPU ms |\n|---|---:|")
    for name, cpu in re.findall(r"^(\S.*?) {2,}[0-9.]+ +([0-9.]+)$", told, re.MULTILINE):
        print("| %s | %s |" % (name, cpu))
    print()


def title_and_text(path):
    """The title of a Markdown file of any site, and its text without what only means something there."""
    text = path.read_text(encoding="utf-8")
    title = None
    header = re.match(r"(---|\+\+\+)\n(.*?)\n\1\n", text, re.DOTALL)
    if header:
        text = text[header.end():]
        named = re.search(r"^title\s*[:=]\s*[\"']?(.*?)[\"']?\s*$", header[2], re.MULTILINE)
        title = named[1] if named else None
    if not title:
        heading = re.search(r"^#+\s+(.+?)\s*#*$", text, re.MULTILINE)
        title = heading[1] if heading else path.stem
    text = re.sub(r"^(#{1,5}) ", r"#\1 ", text, flags=re.MULTILINE)  # the title of the page is its only heading of level 1
    text = re.sub(r"\{\{[<%].*?[>%]\}\}", "", text, flags=re.DOTALL)
    text = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"\]\((?!https?://|mailto:)[^)]*\)", "](https://voorbeeld.example/)", text)
    text = re.sub(r"^(\[[^\]]+\]:\s*)(?!https?://|mailto:)\S+", r"\1https://voorbeeld.example/", text, flags=re.MULTILINE)
    return re.sub(r"[\"\\`*_<>\[\]]", "", title).strip()[:100] or path.stem, text


def make_real_site(shared, folder, real, program):
    """The same portal and Hugo site as of the corpus, but with the pages of a public site. How many pages they have, how many
    were left out, and which rules they broke."""
    make_site(shared, folder, 100)
    for generated in list((folder / "pages").glob("*/*.md")) + list((folder / "hugo/content").rglob("*.md")):
        if generated.name != "_index.md":
            generated.unlink()
    shutil.rmtree(folder / "profiles")
    (folder / "profiles").mkdir()
    schema = subprocess.run([sys.executable, HERE / "corpus/make_profile_schema.py"], check=True, stdout=subprocess.PIPE).stdout
    (folder / "profiles/_schema.yaml").write_bytes(schema)
    names = [name for name, _ in THEMES]
    written = {}
    for number, path in enumerate(sorted(real.rglob("*.md"))):
        try:
            title, text = title_and_text(path)
        except (UnicodeDecodeError, OSError):
            continue
        page = '---\ntitle: "%s"\ndescription: "%s"\ndate: 2026-01-01\ntags: [real]\naudience: [everybody]\n---\n%s' % (
            title, title, text)
        place = "%s/pagina-%05d.md" % (names[number % len(names)], number)
        (folder / "pages" / place).write_text(page, encoding="utf-8")
        written[place] = page
    left_out, reasons = set(), collections.Counter()
    while True:
        check = subprocess.run([program, "check", "--root", folder, "--clock", "2026-11-23", "--format", "json"],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        if check.returncode == 0:
            break
        report = json.loads(check.stdout)
        errors = [item for item in report if item["severity"] == "error"]
        # A file that is too large is named in the message.
        named = [re.search(r"pages/([\w/-]+\.md)", item["path"] or item["message"]) for item in errors]
        refused = {found[1] for found in named if found} - left_out
        if not refused:
            sys.exit("the pages cannot be built:\n%s" % check.stdout.decode()[:2000])
        left_out |= refused
        reasons.update(item["rule"] for item in errors)
        for place in refused:
            (folder / "pages" / place).unlink()
    for place, page in written.items():
        if place in left_out:
            continue
        target = folder / "hugo/content" / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, encoding="utf-8")
    return len(written) - len(left_out), len(left_out), reasons


def measure_real(options, program):
    folder = pathlib.Path("/dev/shm/wegwijs-bench-real")
    pages, left_out, reasons = make_real_site(options.shared.resolve(), folder, options.real.resolve(), program)
    print("\n%d pages below %s; %d that Wegwijs refuses were left out (%s)" % (
        pages, options.real, left_out, ", ".join("%s %d" % pair for pair in reasons.most_common(5))))
    row("case", "CPU s", "wall s", "peak MB", "ratio")
    row("---", "---:", "---:", "---:", "---:")
    other = hugo(folder, options.runs)
    if other is not None:
        row("Hugo, cold", "%.2f" % other[0], "%.2f" % other[1], "%.0f" % other[2], "")
    one = cold(program, folder, 1, options.runs)
    row("Wegwijs, cold, one thread", "%.2f" % one[0], "%.2f" % one[1], "%.0f" % one[2],
        "%.3f of Hugo's CPU" % (one[0] / other[0]) if other else "")
    shutil.rmtree(folder)


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
    # The corpus was written just before the first build, which does not trust the dates of files that are so new.
    time.sleep(2)
    subprocess.run([program, "build", "--root", folder, "--jobs", "1", "--clock", "2026-11-23"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
    parser.add_argument("--everything", action="store_true",
                        help="also with search, finder, comparisons and open data, and what each stage took")
    parser.add_argument("--real", type=pathlib.Path, help="folder with the Markdown files of a public site")
    options = parser.parse_args()
    if not options.shared.exists():
        print("overgeslagen: de maker van het meetcorpus is er niet")
        return
    if options.real:
        measure_real(options, options.program.resolve())
        if not options.pages:
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
        if options.everything:
            root = make_whole_site(folder, pages)
            whole = cold(program, root, 1, options.runs)
            tell("Wegwijs, everything on, one thread", whole,
                 "%.3f of Hugo's bare build" % (whole[0] / other[0]) if other else "")
            tell_stages(program, root)
        shutil.rmtree(folder)
    sizes = sorted(per_page)
    if len(sizes) > 1:
        print("\nCost per page at %d against %d pages: %.2f" % (sizes[-1], sizes[0], per_page[sizes[-1]] / per_page[sizes[0]]))


if __name__ == "__main__":
    main()
