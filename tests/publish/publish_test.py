"""publish_test.py [--all]: what `wegwijs publish` promises, with the real parts on the loopback. See `run`."""
import argparse
import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import traceback
import urllib.error
import urllib.request

import servers
import yaml
from faults import SERVER_PROGRAMS, Store, check_faults, check_faults_on_server, put_shims
from portal import FILLING, PROGRAM, Portal, files_in, mark, version_of

HERE = pathlib.Path(__file__).resolve().parent
WAIT = 20  # seconds for a server to come up


def free_port():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return bound.getsockname()[1]


def wait_for_port(port, process):
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if process.poll() is not None:
            raise AssertionError(f"de server stopte: {process.args}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError(f"geen antwoord op poort {port}")


@contextlib.contextmanager
def running(command, port, **options):
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options) as process:
        try:
            wait_for_port(port, process)
            yield process
        finally:
            process.terminate()


def get(address, headers=None):
    """The status, the headers and the bytes; a redirect is not followed."""
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None
    opener = urllib.request.build_opener(Stay)
    try:
        with opener.open(urllib.request.Request(address, headers=headers or {}), timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def is_told(run, words):
    assert words in run.stdout + run.stderr, f"'{words}' ontbreekt in:\n{run.stdout}{run.stderr}"


# --- what stops a publication -----------------------------------------------------------------------------------------


def test_what_may_not_be_published_is_told_and_changes_nothing(folder, _all):
    portal = Portal(folder / "portaal")
    portal.become(1)
    target = folder / "www"
    portal.publish(target)
    site = files_in(target / "current")
    settings = (portal.folder / "site.yaml").read_text(encoding="utf-8")

    def stops(name, text, words, code=1):
        path = portal.folder / name
        before = path.read_text(encoding="utf-8") if path.exists() else None
        portal.write(name, text)
        is_told(portal.publish(target, expect=code), words)
        assert files_in(target / "current") == site
        if before is None:
            path.unlink()
        else:
            portal.write(name, before)

    stops("content/vb.md", "---\ntitel: Voorbeeld\nvoorbeeld: ja\n---\nTekst.\n", "'content/vb.md' is een verzonnen voorbeeld")
    stops("site.yaml", settings + "beveiliging: {contact: mailto:a@proef.example, geldig_tot: 2026-11-28}\n", "security.txt is verlopen")
    stops("content/prive.md", "---\ntitel: Mail\n---\nMail naar jan.jansen@gmail.com\n", "In 'content/prive.md' staan gegevens die van een persoon kunnen zijn")
    stops("content/fout.md", "---\ntitel: Fout\n---\nZie [hier](/bestaat-niet/).\n", "er is niets gepubliceerd")
    is_told(portal.publish(target, "--drafts", expect=2), "kladden worden niet gepubliceerd")
    # What is not on the site stops nothing.
    portal.write("content/klad.md", "---\ntitel: Klad\nklad: ja\nvoorbeeld: ja\n---\nMail naar jan.jansen@gmail.com\n")
    portal.publish(target)
    assert files_in(target / "current") == site


def test_addresses_that_vanish_are_told_first_and_need_a_yes(folder, _all):
    portal = Portal(folder / "portaal")
    portal.become(1)
    target = folder / "www"
    portal.publish(target)
    (portal.folder / "content/een.md").unlink()
    refused = portal.publish(target, expect=1)
    is_told(refused, "'/een/'")
    is_told(refused, "--accept-gone")
    assert (target / "current/een/index.html").exists()
    portal.publish(target, "--accept-gone")
    assert not (target / "current/een/index.html").exists()


# --- a folder ---------------------------------------------------------------------------------------------------------


def check_life_of(target, portal, publish, look, all_of_it):
    """The promises that all targets share. `look` gives what readers get: path → bytes."""
    portal.become(1)
    is_told(publish(target, "--dry-run"), "+ een/index.html")
    assert look() == {}, "--dry-run publiceerde"
    publish(target)
    first = look()
    assert f"stijl-{mark(1)}.css" in first and f"stijl-{mark(1)}.css.br" in first
    if all_of_it:
        is_told(publish(target), "Er was niets veranderd")
    portal.become(2)
    if all_of_it:
        dry = publish(target, "--dry-run")
        is_told(dry, f"+ stijl-{mark(2)}.css")
        is_told(dry, f"- stijl-{mark(1)}.css")
        assert look() == first, "--dry-run publiceerde"
    publish(target)
    second = look()
    assert version_of(second["een/index.html"].decode()) == mark(2)
    # Readers who loaded a page before still get its style.
    assert second[f"stijl-{mark(1)}.css"] == first[f"stijl-{mark(1)}.css"]
    listed = publish(target, "--releases").stdout.splitlines()
    assert len(listed) == 2 and "dit zien lezers" in listed[1], listed
    publish(target, "--rollback")
    back = look()
    assert {path: back[path] for path in first} == first
    if not all_of_it:
        return
    is_told(publish(target, "--rollback", expect=3), "geen eerdere versie")
    publish(target)
    again = look()
    assert {path: again[path] for path in second} == second


def tree_of(folder):
    if not folder.exists():
        return {}
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith(".wegwijs-")}


def test_a_folder_is_switched_as_a_whole_and_goes_back(folder, _all):
    portal = Portal(folder / "portaal")
    target = folder / "www"
    check_life_of(target, portal, portal.publish, lambda: tree_of(target / "current"), True)
    releases = sorted((target / "releases").iterdir())
    same = [release / "gelijk.txt" for release in releases]
    assert len({path.stat().st_ino for path in same}) == 1, "wat niet veranderde is gekopieerd"
    # However few are to stay: one that readers had until a moment ago is not removed, an older one is.
    for version in range(3, 7):
        portal.become(version)
        portal.publish(target, "--keep", "2")
    assert len(list((target / "releases").iterdir())) == 7
    for release in (target / "releases").iterdir():
        if not release.samefile(target / "current"):
            release.rename(release.with_name("2020" + release.name[4:]))
    portal.become(7)
    portal.publish(target, "--keep", "2")
    # The newest two, and the one before them, which readers had until now.
    assert len(list((target / "releases").iterdir())) in (2, 3)
    # Somebody else's folder is refused.
    other = folder / "anders"
    other.mkdir()
    (other / "foto.jpg").write_bytes(b"x")
    is_told(portal.publish(other, expect=3), "bevat al andere bestanden")
    assert [path.name for path in other.iterdir()] == ["foto.jpg"]


NGINX = """daemon off; user root; pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes 1;
events {{ worker_connections 64; }}
http {{ access_log off; client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t; include /etc/nginx/mime.types; gzip_static on;
server {{ listen 127.0.0.1:{port}; root {root}; index index.html; location / {{ try_files $uri $uri/ =404; }} }} }}
"""


@contextlib.contextmanager
def nginx(folder, root):
    folder.mkdir()
    port = free_port()
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port, root=root), encoding="utf-8")
    with running(["/usr/sbin/nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder)], port):
        yield f"http://127.0.0.1:{port}"


def test_a_reader_meets_no_gap_and_no_mixed_version_during_publications(folder, all_of_it):
    portal = Portal(folder / "portaal")
    portal.become(0)
    target = folder / "www"
    portal.publish(target)
    wrong, asked, stop = [], [0], threading.Event()

    def read(base):
        while not stop.is_set():
            status, _, page = get(base + "/een/", {"Accept-Encoding": "identity"})
            found = version_of(page.decode(errors="replace"))
            style = f"/stijl-{found}.css"
            style_status, _, _ = get(base + style)
            body = re.search(r"Versie\s(\d+)", page.decode(errors="replace"))
            if status != 200 or style_status != 200 or body is None or mark(int(body[1])) != found:
                wrong.append((status, style_status, found))
            asked[0] += 1

    with nginx(folder / "nginx", target / "current") as base:
        reader = threading.Thread(target=read, args=(base,))
        reader.start()
        try:
            for version in range(1, 201 if all_of_it else 4):
                portal.become(version)
                portal.publish(target)
                if version % 3 == 0:
                    portal.publish(target, "--rollback")
        finally:
            stop.set()
            reader.join()
    assert not wrong, wrong[:5]
    assert asked[0] > 20, asked
    print(f"  {asked[0]} keer gelezen")


CALLS = ["openat", "write", "close", "mkdir", "fchmod", "chmod", "link", "linkat", "syncfs", "fsync", "rename", "renameat2",
         "symlink", "unlink", "unlinkat", "rmdir"]
FAULTS = ["signal=KILL", "error=EIO", "error=ENOSPC", "error=EACCES"]


def test_a_kill_or_fault_at_any_step_leaves_readers_a_whole_site(folder, all_of_it):
    portal = Portal(folder / "portaal")
    target, kept = folder / "www", folder / "bewaard"
    portal.become(1)
    portal.publish(target)
    old = tree_of(target / "current")
    shutil.copytree(target, kept, symlinks=True)
    portal.become(2)
    log = folder / "strace"

    def reset():
        shutil.rmtree(target)
        subprocess.run(["cp", "-a", str(kept), str(target)], check=True)

    def traced(*options):
        run = subprocess.run(["strace", "-f", "-qq", "-o", str(log), *options, *portal.command(target)], capture_output=True,
                             text=True, timeout=120, check=False, stdin=subprocess.DEVNULL)
        return run, log.read_text(encoding="utf-8", errors="replace")

    run, counted = traced("-e", "trace=" + ",".join("?" + call for call in CALLS))
    assert run.returncode == 0, run.stderr
    new = tree_of(target / "current")
    seen, points = {}, []
    for line in counted.splitlines():
        call = re.match(r"\d+ +(\w+)\(", line)
        if not call:
            continue
        seen[call[1]] = seen.get(call[1], 0) + 1
        # What the build does has its own test; here counts what touches the target.
        is_ours = str(target) in line or call[1] in ("symlink", "syncfs", "fsync")
        if is_ours:
            points += [(call[1], seen[call[1]], fault) for fault in FAULTS]
    if not all_of_it:
        points = points[:: max(1, len(points) // 9)]
    wrong = []
    for call, number, fault in points:
        reset()
        run, trace = traced("-e", f"trace={call}", "-e", f"inject={call}:{fault}:when={number}")
        here = f"{call} nr. {number} {fault}"
        site = tree_of(target / "current")
        if site not in (old, new):
            wrong.append(f"{here}: de site is half: {sorted(site)}")
        if fault != "signal=KILL" and "INJECTED" in trace and run.returncode not in (0, 3):
            wrong.append(f"{here}: code {run.returncode}: {run.stderr}")
        if run.returncode == 0 and site != new:
            wrong.append(f"{here}: code 0 en niets gepubliceerd")
        again = portal.publish(target, expect=None)
        if again.returncode != 0 or tree_of(target / "current") != new:
            wrong.append(f"{here}: dezelfde opdracht nog eens: code {again.returncode} {again.stderr}")
        left = [path.name for path in [*target.iterdir(), *(target / "releases").iterdir()] if path.name.startswith(".")]
        if left:
            wrong.append(f"{here}: er blijft achter {left}")
    print(f"  {len(points)} punten, {len(wrong)} fout")
    assert not wrong, "\n".join(wrong[:10])
    assert len(points) >= (300 if all_of_it else 8), len(points)


# --- a server -----------------------------------------------------------------------------------------------------------

SSHD = """Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/client.pub
UsePAM no
StrictModes no
PermitRootLogin yes
PidFile {folder}/pid
SetEnv "PATH={path}" "HOME={folder}"
"""


@contextlib.contextmanager
def sshd(folder, path):
    """The words of WEGWIJS_SSH for a server of our own, and its port. `path` is where the server finds programs; no file of whoever runs the tests is read."""
    folder.mkdir(mode=0o700)
    pathlib.Path("/run/sshd").mkdir(exist_ok=True)
    port = free_port()
    for name in ("host", "client"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    (folder / "config").write_text(SSHD.format(port=port, folder=folder, path=path), encoding="utf-8")
    known = (folder / "host.pub").read_text(encoding="utf-8").split()
    (folder / "known").write_text(f"[127.0.0.1]:{port} {known[0]} {known[1]}\n", encoding="utf-8")
    with running(["/usr/sbin/sshd", "-D", "-f", str(folder / "config")], port):
        yield (f"ssh -F none -i {folder}/client -o UserKnownHostsFile={folder}/known -o ControlMaster=auto -o ControlPath={folder}/%C "
               "-o ControlPersist=5"), port


def test_a_server_over_ssh(folder, all_of_it):
    there = folder / "storingen-daar"
    with sshd(folder / "sshd", put_shims(there, SERVER_PROGRAMS)) as (ssh, port):
        portal = Portal(folder / "portaal")
        root = folder / "op de server"
        place = f"ssh://127.0.0.1:{port}{root}"
        own = {"WEGWIJS_SSH": ssh}

        def publish(*arguments, environment=None, expect=0):
            return portal.publish(*arguments, environment=own | (environment or {}), expect=expect)
        check_life_of(place, portal, publish, lambda: tree_of(root / "current"), all_of_it)
        same = {(release / "gelijk.txt").stat().st_ino for release in (root / "releases").iterdir()}
        assert len(same) == 1, "wat niet veranderde is opnieuw verstuurd"
        is_told(portal.publish(f"ssh://127.0.0.1:{free_port()}{root}", environment=own, expect=3), "is niet te bereiken")
        is_told(portal.publish("ssh://zonder-map", environment=own, expect=3), "geen plaats op een server")
        is_told(portal.publish(place, environment=own | {"PATH": "/leeg"}, expect=3), "apt install rsync")
        (folder / "vol").mkdir()
        (folder / "vol/iets").write_text("x", encoding="utf-8")
        is_told(portal.publish(f"ssh://127.0.0.1:{port}{folder}/vol", environment=own, expect=3), "bevat al andere bestanden")

        # Two earlier versions, so that there is also something to keep for readers of an older page.
        shutil.rmtree(root)
        for version in (0, 1):
            portal.become(version)
            publish(place)
        store = Store(root, folder / "bewaard")
        portal.become(2)
        check_faults(folder / "storingen-hier", lambda **options: publish(place, **options), ["ssh", "rsync"],
                     lambda: tree_of(root / "current"), store, all_of_it)
        store.restore()
        check_faults_on_server(there, lambda **options: publish(place, **options), lambda: tree_of(root / "current"), store, all_of_it)


# --- object storage -----------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def s3_server(folder, bucket):
    folder.mkdir()
    modules = HERE / "node_modules"
    with subprocess.Popen(["node", str(HERE / "s3_server.mjs"), str(folder), bucket], stdout=subprocess.PIPE, text=True,
                          env=os.environ | {"S3_MODULES": str(modules)}) as process:
        try:
            port = int(process.stdout.readline())
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def test_object_storage(folder, all_of_it):
    if not (HERE / "node_modules/@20minutes/s3rver").is_dir():
        print("  overgeslagen: de S3-server is hier niet te installeren (Node.js 20 of nieuwer is nodig)")
        return
    with s3_server(folder / "s3", "emmer") as base:
        portal = Portal(folder / "portaal")
        own = {"AWS_ENDPOINT_URL": base, "AWS_ACCESS_KEY_ID": "S3RVER", "AWS_SECRET_ACCESS_KEY": "S3RVER",
               "AWS_REGION": "us-east-1"}
        rclone = {"AWS_CA_BUNDLE": "", "RCLONE_CONFIG_OPSLAG_TYPE": "s3", "RCLONE_CONFIG_OPSLAG_PROVIDER": "Other",
                  "RCLONE_CONFIG_OPSLAG_ACCESS_KEY_ID": "S3RVER", "RCLONE_CONFIG_OPSLAG_SECRET_ACCESS_KEY": "S3RVER", "RCLONE_CONFIG_OPSLAG_ENDPOINT": base}

        def ask(*arguments):
            return subprocess.run(["rclone", "--config", "/dev/null", *arguments], env=os.environ | own | rclone, check=False,
                                  capture_output=True)
        copies = [0]

        def look():
            copies[0] += 1
            copy = folder / f"kopie-{copies[0]}"
            ask("copy", "opslag:emmer/site", str(copy), "--exclude", "/.wegwijs/**")
            return tree_of(copy)

        def publish(*arguments, environment=None, expect=0):
            return portal.publish(*arguments, environment=own | (environment or {}), expect=expect)
        check_life_of("s3://emmer/site", portal, publish, look, all_of_it)
        wrong_key = own | {"AWS_SECRET_ACCESS_KEY": "verkeerd"}
        portal.become(3)
        is_told(portal.publish("s3://emmer/site", environment=wrong_key, expect=3), "weigert de toegang")
        no_key = {"AWS_ENDPOINT_URL": base, "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true", "HOME": str(folder)}
        is_told(portal.publish("s3://emmer/site", environment=no_key, expect=3), "er is geen sleutel voor de opslag")
        # Every file comes with its type, how long it may be kept, and how it is encoded.
        for path, expected in {
                "een/index.html": ("text/html; charset=utf-8", "no-cache", None),
                "een/index.html.br": ("text/html; charset=utf-8", "no-cache", "br"),
                f"stijl-{mark(2)}.css": ("text/css; charset=utf-8", "public, max-age=31536000, immutable", None),
                f"stijl-{mark(2)}.css.gz": ("text/css; charset=utf-8", "public, max-age=31536000, immutable", "gzip"),
                "gelijk.txt": ("text/plain; charset=utf-8", "no-cache", None)}.items():
            link = ask("link", "--expire", "1h", f"opslag:emmer/site/{path}").stdout.decode().strip()
            status, headers, _ = get(link)
            lower = {name.lower(): value for name, value in headers.items()}
            found = (lower.get("content-type"), lower.get("cache-control"), lower.get("content-encoding"))
            assert status == 200 and found == expected, (path, status, found)
        # With no time to wait, what is no longer needed goes at the next publication.
        portal.write("site.yaml", (portal.folder / "site.yaml").read_text(encoding="utf-8") + "publiceren: {naar: s3://emmer/site, wachttijd: 1}\n")

        ask("purge", "opslag:emmer/site")
        portal.become(1)
        publish("s3://emmer/site")
        store = Store(folder / "s3", folder / "bewaard")
        portal.become(2)
        check_faults(folder / "storingen", lambda **options: publish("s3://emmer/site", **options), ["rclone"], look, store, all_of_it)


def test_nginx_with_the_settings_of_the_site(folder, all_of_it):
    servers.test_nginx_starts_with_the_settings_of_the_site_as_they_are(folder, all_of_it, running, free_port)


def test_apache_with_the_settings_of_the_site(folder, all_of_it):
    servers.test_apache_starts_with_the_settings_of_the_site_as_they_are(folder, all_of_it, running, free_port)


def test_caddy_with_the_settings_of_the_site(folder, all_of_it):
    servers.test_caddy_starts_with_the_settings_of_the_site_as_they_are(folder, all_of_it, running, free_port)


def test_the_recipes_are_well_formed_and_ask_what_the_program_knows(_folder, _all):
    recipes = HERE.parents[1] / "install/recipes"
    for name in ("github-actions.yml", "gitlab-ci.yml"):
        assert isinstance(yaml.safe_load((recipes / name).read_text(encoding="utf-8")), dict), name
    asked = 0
    for recipe in sorted(recipes.iterdir()):
        for line in recipe.read_text(encoding="utf-8").splitlines():
            found = re.search(r"(?:^|[ /&-] ?)wegwijs (build|check|publish)\b(.*)", line.split(" #")[0])
            if not found or line.lstrip().startswith("#"):
                continue
            known = subprocess.run([PROGRAM, "help", found[1]], capture_output=True, text=True, check=True).stdout
            for option in re.findall(r"(?<= )--?[a-z][a-z-]*", found[2]):
                assert re.search(rf"(?<![a-z-]){option}\b", known), f"{recipe.name}: {line}"
            asked += 1
    assert asked >= 6, asked
    if shutil.which("systemd-analyze"):
        units = [str(path) for path in recipes.iterdir() if path.suffix in (".service", ".timer")]
        checked = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
        assert "Unknown key" not in checked.stderr and "Failed to parse" not in checked.stderr, checked.stderr


def stubs(folder):
    """A folder for PATH with our program, and what a recipe installs with: nothing is fetched, and each call is noted in `called`."""
    folder.mkdir()
    (folder / "wegwijs").symlink_to(pathlib.Path(PROGRAM).resolve())
    for name in ("apt-get", "curl", "gh"):
        (folder / name).write_text(f'#!/bin/sh\nprintf "%s\\n" "{name} $*" >>"{folder}/called"\n', encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


def steps_of_github(recipe, event):
    """The jobs that run on this event, one after the other: the lines of each step with what GitHub fills in still in it."""
    for name, job in recipe["jobs"].items():
        assert set([job.get("needs", [])] if isinstance(job.get("needs"), str) else job.get("needs", [])) <= set(recipe["jobs"]), name
        if "failure()" in job.get("if", "") or ("event_name != 'pull_request'" in job.get("if", "") and event == "pull_request"):
            continue
        for step in job["steps"]:
            assert ("run" in step) != ("uses" in step), step
            assert "uses" not in step or re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"]), step
            if "run" in step and ("pull_request" not in step.get("if", "") or event == "pull_request"):
                yield step["run"], step.get("env", {})


def steps_of_gitlab(recipe, event):
    before = recipe["default"]["before_script"]
    for name, job in recipe.items():
        if not isinstance(job, dict) or "script" not in job:
            continue
        assert job["stage"] in recipe["stages"], name
        only = str(job.get("rules", ""))
        if only and ("merge_request_event" in only) != (event == "pull_request"):
            continue
        yield "\n".join(before + job["script"]), {}


def test_the_recipes_check_preview_and_publish_from_a_bare_clone(folder, _all):
    portal = Portal(folder / "portaal")
    portal.become(1)
    portal.write("content/klad.md", f"---\ntitel: Klad\nklad: ja\n---\n{FILLING}\n")
    for words in (["init", "-q"], ["add", "-A"], ["-c", "user.name=p", "-c", "user.email=p@proef.example", "commit", "-qm", "begin"]):
        subprocess.run(["git", "-C", str(portal.folder), *words], check=True)
    own_programs = stubs(folder / "programmas")
    with sshd(folder / "sshd", os.environ["PATH"]) as (_, port):
        for file, steps in (("github-actions.yml", steps_of_github), ("gitlab-ci.yml", steps_of_gitlab)):
            recipe = yaml.safe_load((HERE.parents[1] / "install/recipes" / file).read_text(encoding="utf-8"))
            root = folder / f"www-{file}"
            given = {"WEGWIJS_SSH_KEY": (folder / "sshd/client").read_text(encoding="utf-8"),
                     "WEGWIJS_HOST_KEY": (folder / "sshd/known").read_text(encoding="utf-8").strip(),
                     "WEGWIJS_PLACE": f"ssh://127.0.0.1:{port}{root}", "WEGWIJS_PACKAGE": "https://proef.example/wegwijs.deb", "github.token": "x"}
            for event in ("pull_request", "push"):
                clone = folder / f"{file}-{event}"
                subprocess.run(["git", "clone", "-q", str(portal.folder), str(clone)], check=True)
                (folder / "tmp").mkdir(exist_ok=True)

                def filled(text):
                    return re.sub(r"\$\{\{ (?:secrets\.|vars\.)?([\w.]+) \}\}", lambda found: given[found[1]],
                                  str(text).replace("/tmp/", f"{folder}/tmp/"))
                files = {}
                if steps is steps_of_gitlab:  # variables of the kind "File" name a file
                    for name, value in given.items():
                        files[name] = value
                        if name.endswith("_KEY"):
                            files[name] = str(folder / "tmp" / name)
                            pathlib.Path(files[name]).write_text(value + "\n", encoding="utf-8")
                count = 0
                for lines, environment in steps(recipe, event):
                    run = subprocess.run(["sh", "-e", "-c", filled(lines)], cwd=clone, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
                                         env=os.environ | {"PATH": f"{own_programs}:{os.environ['PATH']}"} | files |
                                         {name: filled(value) for name, value in environment.items()})
                    assert run.returncode == 0, (file, event, lines, run.stdout, run.stderr)
                    count += 1
                assert count >= 2, (file, event, count)
                if event == "pull_request":
                    assert (clone / "voorbeeld/klad/index.html").is_file()
                    assert "Disallow: /\n" in (clone / "voorbeeld/robots.txt").read_text(encoding="utf-8")
                    assert not root.exists(), "een voorstel werd gepubliceerd"
                else:
                    assert version_of((root / "current/een/index.html").read_text(encoding="utf-8")) == mark(1)
                    assert not (root / "current/klad").exists()
    called = (own_programs / "called").read_text(encoding="utf-8")
    assert "apt-get install -y -q --no-install-recommends" in called and "curl -fsSL -o" in called, called


def main():
    arguments = argparse.ArgumentParser(description="What wegwijs publish promises.")
    arguments.add_argument("--all", action="store_true", help="every fault, 200 publications under a reader")
    arguments.add_argument("--only", help="tests whose names hold this word")
    chosen = arguments.parse_args()
    failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_") or (chosen.only and chosen.only not in name):
            continue
        begin = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="wegwijs-publiceren-") as folder:
            try:
                test(pathlib.Path(folder).resolve(), chosen.all)
                outcome = "goed"
            except (AssertionError, subprocess.SubprocessError, OSError, KeyError) as error:
                line = traceback.extract_tb(error.__traceback__)[-1]
                outcome = f"FOUT in regel {line.lineno}, {line.line}: {error!r}"[:4000]
                failed += 1
        print(f"{name[5:].replace('_', ' ')}: {outcome} ({time.monotonic() - begin:.1f} s)", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
