"""A small portal whose versions differ, and the program on it."""
import os
import pathlib
import re
import shutil
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("WEGWIJS", str(REPOSITORY / "build/release/wegwijs"))

SETTINGS = """titel: Proef
basisadres: https://proef.example/
verzamelingen: {paginas: {map: content, adres: "/{id}/", sjabloon: pagina}}
"""
SCHEMA = """label_one: {nl: Pagina}
fields:
  - {id: titel, type: text, role: title, required: true, label: {nl: Titel}}
  - {id: voorbeeld, type: yes_no, label: {nl: Voorbeeld}}
"""
TEMPLATE = """<!doctype html><html lang="{{lang}}"><title>{{title}}</title>
<link rel="stylesheet" href="/stijl-%(mark)s.css"><body><h1>{{title}}</h1><p>versie=%(mark)s;</p>{{body}}</body></html>
"""
FILLING = "Een zin die lang genoeg is om de bladzijde kleiner te maken als zij wordt ingepakt. " * 8


def mark(version):
    """What the pages and the name of the style of a version say: it looks like a fingerprint."""
    return f"{version:07d}a"


class Portal:
    def __init__(self, folder):
        self.folder = folder
        self.write("site.yaml", SETTINGS)
        self.write("content/_schema.yaml", SCHEMA)
        self.write("themes/wegwijs/texts.nl.yaml", "leeg: leeg\n")
        self.write("content/blijft.md", f"---\ntitel: Blijft\n---\n{FILLING}\n")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def become(self, version):
        """Every page of every version names its style; a version has one page that others have not."""
        static = self.folder / "themes/wegwijs/static"
        shutil.rmtree(static, ignore_errors=True)
        self.write(f"themes/wegwijs/static/stijl-{mark(version)}.css", f"body {{ margin: {version}px }}\n" + "".join(f".vak-{n} {{ margin: 1px }}\n" for n in range(40)))
        self.write("themes/wegwijs/static/gelijk.txt", "User-agent: *\n")
        self.write("themes/wegwijs/pagina.mustache", TEMPLATE % {"mark": mark(version)})
        self.write("content/een.md", f"---\ntitel: Een\n---\nVersie {version}.\n{FILLING}\n")

    def command(self, *arguments):
        return [PROGRAM, "publish", "--root", str(self.folder), "--clock", "2026-11-29", "--jobs", "1", *map(str, arguments)]

    def publish(self, *arguments, environment=None, expect=0):
        run = subprocess.run(self.command(*arguments), capture_output=True, text=True, timeout=600, check=False,
                             stdin=subprocess.DEVNULL, env=os.environ | (environment or {}))
        if expect is not None and run.returncode != expect:
            raise AssertionError(f"code {run.returncode} in plaats van {expect}: {arguments}\n{run.stdout}{run.stderr}")
        return run


def files_in(folder):
    """Path → bytes of what a release publishes: without our own lists and what it keeps for readers of an older page."""
    manifest = (folder / ".wegwijs-manifest").read_text(encoding="utf-8")
    paths = [line.split(" ", 2)[2] for line in manifest.splitlines()[1:]]
    return {path: (folder / path).read_bytes() for path in paths}


def version_of(page):
    found = re.search(r"versie=(\w+);", page)
    return found[1] if found else None
