"""The settings for web servers that a site brings along, started as they are but for ports and folders, and asked."""
import gzip
import pathlib
import re
import shutil
import ssl
import subprocess
import urllib.error
import urllib.request

from portal import Portal, mark

HOST = "proef.example"
UNVERIFIED = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
UNVERIFIED.check_hostname = False
UNVERIFIED.verify_mode = ssl.CERT_NONE
TYPES = {
    "/een/": "text/html; charset=utf-8",
    f"/stijl-{mark(1)}.css": "text/css; charset=utf-8",
    "/bestanden/dagen.ics": "text/calendar; charset=utf-8",
    "/bestanden/cijfers.csv": "text/csv; charset=utf-8",
    "/schema/paginas.json": "application/json",
    "/sitemap.xml": "xml",
    "/robots.txt": "text/plain; charset=utf-8",
    "/bestanden/plaatje.png": "image/png",
}


def put_site(folder):
    """A published site with a file of each kind and an address that moved; the folder that `current` is in."""
    portal = Portal(folder / "portaal")
    portal.become(1)
    settings = (portal.folder / "site.yaml").read_text(encoding="utf-8")
    portal.write("site.yaml", settings + "bestanden: bestanden\ndoorverwijzingen: {/oud.adres/: /een/}\n")
    portal.write("themes/wegwijs/doorverwijzing.mustache",
                 '<!doctype html><html lang="{{lang}}"><title>{{title}}</title><a href="{{target}}">{{title}}</a></html>\n')
    portal.write("bestanden/dagen.ics", "BEGIN:VCALENDAR\r\n" + "X-REGEL:een regel van de agenda\r\n" * 40 + "END:VCALENDAR\r\n")
    portal.write("bestanden/cijfers.csv", "naam,aantal\n" + "een school,12\n" * 40)
    pixel = ("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
             "0000000049454e44ae426082")
    (portal.folder / "bestanden/plaatje.png").write_bytes(bytes.fromhex(pixel))
    portal.publish(folder / "www")
    return folder / "www"


def fetch(port, path, encoding, scheme="https"):
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None
    opener = urllib.request.build_opener(Stay, urllib.request.HTTPSHandler(context=UNVERIFIED))
    request = urllib.request.Request(f"{scheme}://127.0.0.1:{port}{path}", headers={"Host": HOST, "Accept-Encoding": encoding})
    try:
        with opener.open(request, timeout=10) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


def certificate(folder):
    (folder / "ssl").mkdir()
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}",
                    "-keyout", str(folder / "ssl/privkey.pem"), "-out", str(folder / "ssl/fullchain.pem")], check=True, capture_output=True)


def check_answers(plain, secure, site, log, has_brotli):
    """Asks a server for every kind of file, as it is and compressed."""
    current = site / "current"
    for path, expected in TYPES.items():
        file = current / (path[1:] + ("index.html" if path.endswith("/") else ""))
        for encoding in ["identity", "gzip"] + (["gzip, br"] if has_brotli else []):
            status, headers, body = fetch(secure, path, encoding)
            here = f"{path} met {encoding}: {status} {headers}"
            assert status == 200, here
            kind = headers.get("content-type", "").lower()
            assert expected in kind, here
            assert "max-age=31536000" in headers.get("strict-transport-security", ""), here
            assert headers.get("x-content-type-options") == "nosniff", here
            assert headers.get("content-security-policy", "").startswith("default-src 'none'"), here
            wanted = encoding.rsplit(" ", maxsplit=1)[-1]
            form = {"br": ".br", "gzip": ".gz", "identity": ""}[wanted]
            if form and file.with_name(file.name + form).exists():
                assert headers.get("content-encoding") == wanted, here
                assert body == file.with_name(file.name + form).read_bytes(), f"{here}: niet de vorm die klaarligt"
            else:
                plain_bytes = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
                assert plain_bytes == file.read_bytes(), here
    status, headers, _ = fetch(secure, "/oud.adres/", "identity")
    assert status == 301 and headers["location"].endswith("/een/"), (status, headers)
    assert fetch(secure, "/oudXadres/", "identity")[0] == 404
    status, headers, _ = fetch(plain, "/een/", "identity", "http")
    assert status in (301, 308) and headers["location"].startswith(f"https://{HOST}"), (status, headers)
    for hidden in ("/.wegwijs-manifest", "/.wegwijs-bewaard"):
        assert fetch(secure, hidden, "identity")[0] in (403, 404), hidden
    fetch(secure, "/een/?keuze=geheim", "identity")
    fetch(plain, "/een/?keuze=geheim", "identity", "http")
    written = log.read_text(encoding="utf-8", errors="replace")
    assert "/een/" in written and "geheim" not in written, written[-600:]


def replaced(text, *pairs):
    for old, new in pairs:
        assert old in text, f"'{old}' ontbreekt"
        text = text.replace(old, new)
    return text


def test_nginx_starts_with_the_settings_of_the_site_as_they_are(folder, _all, running, free_port):
    site = put_site(folder)
    certificate(folder)
    plain, secure = free_port(), free_port()
    text = (site / "current/server/nginx-site.conf").read_text(encoding="utf-8")
    assert "\n  # brotli_static on;" in text
    modules = pathlib.Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
    has_brotli = modules.exists()
    text = replaced(text, ("listen 80;", f"listen 127.0.0.1:{plain};"), ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
                    ("/etc/ssl/wegwijs", f"{folder}/ssl"), ("/var/www/wegwijs", str(site)), ("/var/log/nginx", str(folder)))
    text = re.sub(r"\n *listen \[::\].*", "", text)
    if has_brotli:
        text = text.replace("# brotli_static on;", "brotli_static on;")
    (folder / "wegwijs.conf").write_text(text, encoding="utf-8")
    load = f"load_module {modules};" if has_brotli else ""
    (folder / "nginx.conf").write_text(
        f"{load} daemon off; user root; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ include /etc/nginx/mime.types; "
        f"include {folder}/wegwijs.conf; }}", encoding="utf-8")
    test = subprocess.run(["/usr/sbin/nginx", "-t", "-c", str(folder / "nginx.conf")], capture_output=True, text=True, check=False)
    assert test.returncode == 0, test.stderr
    with running(["/usr/sbin/nginx", "-c", str(folder / "nginx.conf")], secure):
        check_answers(plain, secure, site, folder / "wegwijs.log", has_brotli)


def test_apache_starts_with_the_settings_of_the_site_as_they_are(folder, all_of_it, running, free_port):
    if not all_of_it or not shutil.which("apache2"):
        print("  overgeslagen: alleen met --all en waar apache2 staat")
        return
    site = put_site(folder)
    certificate(folder)
    plain, secure = free_port(), free_port()
    text = (site / "current/server/apache-site.conf").read_text(encoding="utf-8")
    text = replaced(text, ("*:80>", f"127.0.0.1:{plain}>"), ("*:443>", f"127.0.0.1:{secure}>"), ("/etc/ssl/wegwijs", f"{folder}/ssl"),
                    ("/var/www/wegwijs", str(site)), ("${APACHE_LOG_DIR}", str(folder)))
    modules = "mpm_event authz_core authz_host dir mime log_config alias rewrite headers ssl socache_shmcb unixd setenvif"
    load = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in modules.split()
                     if pathlib.Path(f"/usr/lib/apache2/modules/mod_{name}.so").exists())
    subprocess.run(["chmod", "-R", "a+rX", str(folder)], check=True)
    (folder / "apache.conf").write_text(
        f"{load}\nListen 127.0.0.1:{plain}\nListen 127.0.0.1:{secure}\nServerName {HOST}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n"
        f"User www-data\nGroup www-data\nTypesConfig /etc/mime.types\n{text}", encoding="utf-8")
    with running(["apache2", "-DFOREGROUND", "-f", str(folder / "apache.conf")], secure):
        check_answers(plain, secure, site, folder / "wegwijs.log", True)


def test_caddy_starts_with_the_settings_of_the_site_as_they_are(folder, all_of_it, running, free_port):
    if not all_of_it or not shutil.which("caddy"):
        print("  overgeslagen: alleen met --all en waar caddy staat")
        return
    site = put_site(folder)
    plain, secure = free_port(), free_port()
    text = (site / "current/server/Caddyfile-site").read_text(encoding="utf-8")
    text = replaced(text, (f"{HOST} {{", f"127.0.0.1, {HOST} {{\n  tls internal"), ("/var/www/wegwijs", str(site)), ("/var/log/caddy", str(folder)))
    (folder / "Caddyfile").write_text(
        f"{{\n  http_port {plain}\n  https_port {secure}\n  admin off\n  skip_install_trust\n  default_sni {HOST}\n  storage file_system {folder}/caddy\n}}\n" + text,
        encoding="utf-8")
    with running(["caddy", "run", "--config", str(folder / "Caddyfile")], secure):
        check_answers(plain, secure, site, folder / "wegwijs.log", True)
