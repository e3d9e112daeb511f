// Names of releases, what stays for readers of an older page, and how files are sent.
#include "publish/release.h"

#include <catch2/catch.hpp>
#include <chrono>

#include "files/gzip.h"
#include "files/temporary_folder.h"
#include "publish/child_process.h"
#include "publish/compressed_forms.h"
#include "publish/media_types.h"
#include "publish/publish_failure.h"
#include "publish/publish_target.h"

using namespace wegwijs;

namespace {

Manifest files(std::initializer_list<std::string_view> paths) {
  Manifest manifest;
  for (const std::string_view path : paths) manifest[std::string(path)] = published_file(path);
  return manifest;
}

}  // namespace

TEST_CASE("the name of a release is its moment and its content, in order of time", "[publish]") {
  const Manifest site = files({"index.html"});
  const std::string name = release_name(1795936400, site);
  CHECK(name.starts_with("20261129-071320-"));
  CHECK(is_release_name(name));
  CHECK(moment_of_release(name) == 1795936400);
  CHECK(time_of_release(name) == "2026-11-29 07:13:20 UTC");
  CHECK(release_name(1795936401, site) > name);
  CHECK(release_name(1795936400, files({"a.html"})) != name);
  for (const char* other : {"", "current", "20261129-071320", "20261129-071320-XYZ12345", "../20261129-071320-1234"}) {
    INFO(other);
    CHECK_FALSE(is_release_name(other));
  }
}

TEST_CASE("only what has its content in its name stays for readers of an older page", "[publish]") {
  for (const char* kept :
       {"zoek/w0a1b2c.bin", "zoek/cabcdef.bin", "zoek/w0a1b2c.bin.br", "js/site-1a2b3c4d.js", "css/a.0011223344.css"})
    CHECK(has_fingerprint(kept));
  for (const char* not_kept :
       {"scholen/de-brug/index.html", "bestanden/gids-20260901.pdf", "js/site.js", "css/defaced.css", "zoek/root.bin",
        "zoek/root.bin.gz", "12345678/index.html", "data/scholen-20260901.csv"})
    CHECK_FALSE(has_fingerprint(not_kept));
  const Manifest previous = files({"een/index.html", "a-1111111a.css", "b-2222222b.css"});
  const Manifest next = files({"een/index.html", "b-2222222b.css"});
  const KeptFiles earlier{{"c-3333333c.css", 100}, {"d-4444444d.css", 900}};
  const KeptFiles kept = files_to_keep(previous, earlier, next, 1000, 600);
  CHECK(kept == KeptFiles{{"a-1111111a.css", 1000}, {"d-4444444d.css", 900}});
  CHECK(read_kept_files(kept_files_text(kept)) == kept);
  CHECK(read_kept_files("kapot\n12 goed.css\n").size() == 1);
}

TEST_CASE("the current release and those that readers had until just now are never removed", "[publish]") {
  std::vector<Release> releases;
  for (const Moment moment : {1000, 2000, 3000, 4000})
    releases.push_back({release_name(1795936400 + moment, {}), moment == 2000});
  PublishTerms terms{1795936400 + 10000, 1, 60};
  CHECK(releases_to_remove(releases, terms) == std::vector<std::string>{releases[0].name, releases[2].name});
  terms.keep = 2;
  CHECK(releases_to_remove(releases, terms) == std::vector<std::string>{releases[0].name});
  terms.now = 1795936400 + 2030;
  CHECK(releases_to_remove(releases, terms).empty());
  CHECK(release_before_current(releases) == releases[0].name);
  CHECK_FALSE(release_before_current({{releases[0].name, true}}));
  CHECK(moment_after(releases, 0) == 1795936400 + 4001);
}

TEST_CASE("every file is sent with its type, its encoding and how long it may be kept", "[publish]") {
  CHECK(sending_rules("een/index.html") == SendingRules{"text/html; charset=utf-8", "", "no-cache"});
  CHECK(sending_rules("kalender/a.ics").media_type == "text/calendar; charset=utf-8");
  CHECK(sending_rules("data/a.csv.gz") == SendingRules{"text/csv; charset=utf-8", "gzip", "no-cache"});
  CHECK(sending_rules("nieuws/atom.xml").media_type == "application/atom+xml; charset=utf-8");
  CHECK(sending_rules("zoek/w0a1b2c.bin.br") ==
        SendingRules{"application/octet-stream", "br", "public, max-age=31536000, immutable"});
}

TEST_CASE("the root of the search is asked anew at every visit: its name stays when what it says changes",
          "[publish]") {
  CHECK(sending_rules("zoek/root.bin").cache_control == "no-cache");
  CHECK(sending_rules("zoek/root.bin.br").cache_control == "no-cache");
}

TEST_CASE("compressed forms are made of what gets smaller, and taken over when nothing changed", "[publish]") {
  const TemporaryFolder folder;
  const std::string page(2000, 'a');
  MemorySink first;
  CompressingSink sink(first, folder / "vorige");
  sink.write("een/index.html", page);
  sink.write("klein.html", "kort");
  sink.write("foto.jpg", page);
  sink.write("een/index.html.gz", "van de bouw");
  sink.commit();
  CHECK(first.committed());
  CHECK(first.files().size() == 5);
  CHECK(first.files().at("een/index.html.gz").bytes() == smallest_gzip(page));
  CHECK(first.files().at("een/index.html.br").bytes() == smallest_brotli(page));
  // A form that somebody changed by hand is not taken over.
  Manifest manifest;
  for (const auto& [path, file] : first.files()) manifest[path] = published_file(file.bytes());
  for (const auto& [path, file] : first.files()) folder.put("vorige/" + path, file.bytes());
  folder.put("vorige/.wegwijs-manifest", manifest_text(manifest));
  folder.put("vorige/een/index.html.br", "kapot");
  MemorySink second;
  CompressingSink again(second, folder / "vorige");
  again.write("een/index.html", page);
  CHECK(second.files().at("een/index.html.br").bytes() == smallest_brotli(page));
}

TEST_CASE("a place that is none is refused in words that say what is one", "[publish]") {
  for (const char* place : {"", "ftp://server/map", "ssh://server", "ssh:///map", "ssh://-oProxyCommand=x/map",
                            "ssh://a b/map", "ssh://server:22x/map", "ssh://server/"}) {
    INFO(place);
    CHECK_THROWS_AS(publish_target(place), PublishFailure);
  }
  CHECK_NOTHROW(ssh_target("ssh://naam@server:2222/var/www/een map"));
  CHECK_THROWS_AS(storage_target("s3://"), PublishFailure);
  CHECK_THROWS_AS(storage_target("s3://Emmer met spatie/x"), PublishFailure);
}

TEST_CASE("another program gets its input and gives its output, however long, and its end is known", "[publish]") {
  const std::string long_text(300000, 'x');
  const ChildResult echoed = run_child({"sh", "-c", "cat; echo fout >&2; exit 3"}, long_text);
  CHECK(echoed.exit_code == 3);
  CHECK(echoed.output == long_text);
  CHECK(echoed.errors == "fout\n");
  CHECK(run_child({"bestaat-niet-1234"}).exit_code == 127);
  CHECK(run_child({"sh", "-c", "kill -9 $$"}).exit_code == 137);
  CHECK(run_child({"true"}, long_text).exit_code == 0);
  CHECK(run_child({"sh", "-c", "printf %s \"$A\""}, "", {{"A", "b"}}).output == "b");
  CHECK(run_child({"sh", "-c", "printf %s " + shell_quoted("it's; $HOME `x`")}).output == "it's; $HOME `x`");
  // A process that it leaves behind does not keep us waiting.
  const auto begin = std::chrono::steady_clock::now();
  CHECK(run_child({"sh", "-c", "sleep 20 & echo klaar"}).output == "klaar\n");
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  CHECK(last_line("een\ntwee\n\n") == "twee");
}
