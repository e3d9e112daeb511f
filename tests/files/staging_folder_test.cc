#include "files/staging_folder.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <memory>
#include <random>
#include <stdexcept>
#include <thread>
#include <vector>

#include "temporary_folder.h"

namespace wegwijs {
namespace {

using Files = std::map<std::string, std::string>;

void publish(const std::filesystem::path& target, const Files& files, SpareSite spare = SpareSite::none) {
  StagingFolder sink(target, {}, spare);
  for (const auto& [path, bytes] : files) sink.write(path, bytes);
  sink.commit();
}

/// The published files without the manifest.
Files site_in(const std::filesystem::path& target) {
  Files files = files_of(target);
  CHECK(files.erase(std::string(manifest_name)) == 1);
  return files;
}

ino_t inode_of(const std::filesystem::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_ino;
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

const std::string manifest_file(manifest_name);

}  // namespace

TEST_CASE("what was written stands in the target after commit, and nothing stands beside it", "[files]") {
  const TemporaryFolder parent;
  const Files files{{"index.html", "<p>"}, {"scholen/de-brug/index.html", "brug"}, {"scholen/leeg.txt", ""}};
  SECTION("no target yet") {}
  SECTION("an empty target") {
    std::filesystem::create_directory(parent / "site");
  }
  SECTION("another site before") {
    publish(parent / "site", {{"index.html", "oud"}, {"weg/a.html", "oud"}});
  }
  publish(parent / "site", files);
  CHECK(site_in(parent / "site") == files);
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("nothing happens without commit", "[files]") {
  const TemporaryFolder parent;
  SECTION("no target yet") {
    { StagingFolder(parent / "site").write("a", "1"); }
    CHECK(names_of(parent.path()).empty());
  }
  SECTION("a site before") {
    publish(parent / "site", {{"a", "oud"}});
    { StagingFolder(parent / "site").write("a", "nieuw"); }
    CHECK(site_in(parent / "site") == Files{{"a", "oud"}});
    CHECK(names_of(parent.path()) == "site ");
  }
}

TEST_CASE("an unchanged file keeps its inode and date, a changed one is a new file", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", {{"map/gelijk", "abc"}, {"map/anders", "abc"}, {"weg", "x"}});
  const auto date = std::filesystem::last_write_time(parent / "site/map/gelijk");
  const ino_t unchanged = inode_of(parent / "site/map/gelijk");
  const ino_t changed = inode_of(parent / "site/map/anders");

  StagingFolder sink(parent / "site");
  sink.write("map/gelijk", "abc");
  sink.write("map/anders", "abd");
  sink.write("nieuw", "x");
  sink.commit();
  CHECK(sink.unchanged_files() == 1);
  CHECK(sink.all_files() == 3);
  CHECK(site_in(parent / "site") == Files{{"map/gelijk", "abc"}, {"map/anders", "abd"}, {"nieuw", "x"}});
  CHECK(inode_of(parent / "site/map/gelijk") == unchanged);
  CHECK(std::filesystem::last_write_time(parent / "site/map/gelijk") == date);
  CHECK(inode_of(parent / "site/map/anders") != changed);
}

TEST_CASE("a published file that somebody changed or removed by hand is published anew", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", {{"a", "goed"}});
  const auto published_at = std::filesystem::last_write_time(parent / "site" / manifest_file);
  SECTION("other bytes of the same length") {
    parent.put("site/a", "fout");
    std::filesystem::last_write_time(parent / "site/a", published_at + std::chrono::seconds(1));
  }
  SECTION("another length") {
    parent.put("site/a", "te lang");
  }
  SECTION("other permissions") {
    std::filesystem::permissions(parent / "site/a", std::filesystem::perms::owner_read);
  }
  SECTION("removed") {
    std::filesystem::remove(parent / "site/a");
  }
  SECTION("replaced by a link") {
    std::filesystem::remove(parent / "site/a");
    parent.put("andere", "goed");
    std::filesystem::create_symlink(parent / "andere", parent / "site/a");
  }
  StagingFolder sink(parent / "site");
  sink.write("a", "goed");
  CHECK(sink.unchanged_files() == 0);
  sink.commit();
  CHECK(site_in(parent / "site") == Files{{"a", "goed"}});
  CHECK(std::filesystem::is_regular_file(std::filesystem::symlink_status(parent / "site/a")));
  CHECK(mode_of(parent / "site/a") == 0644);
}

TEST_CASE("a repeated build equals a clean one, byte for byte", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "herhaald", {{"a", "1"}, {"b/c", "oud"}, {"weg", "3"}});
  publish(parent / "herhaald", {{"b/c", "nieuw"}, {"a", "1"}, {"b-", ""}});
  publish(parent / "schoon", {{"a", "1"}, {"b/c", "nieuw"}, {"b-", ""}});
  CHECK(files_of(parent / "herhaald") == files_of(parent / "schoon"));
}

TEST_CASE("many threads write the same site as one, manifest included", "[files]") {
  const TemporaryFolder parent;
  Files files;
  for (int number = 0; number < 400; ++number) {
    files["map" + std::to_string(number % 7) + "/" + std::to_string(number % 11) + "/" + std::to_string(number)] =
        std::string(static_cast<std::size_t>(number), 'x');
  }
  publish(parent / "een", files);
  for (int round = 0; round < 2; ++round) {  // the second round links what the first one wrote
    StagingFolder sink(parent / "acht");
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < 8; ++thread) {
      threads.emplace_back([&, thread] {
        std::size_t number = 0;
        for (const auto& [path, bytes] : files) {
          if (number++ % 8 == thread) sink.write(path, bytes);
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    sink.commit();
    CHECK(sink.unchanged_files() == (round == 0 ? 0 : files.size()));
    CHECK(sink.all_files() == files.size());
    CHECK(files_of(parent / "acht") == files_of(parent / "een"));
  }
}

TEST_CASE("the umask does not matter", "[files]") {
  const TemporaryFolder parent;
  const auto mask = GENERATE(as<mode_t>(), 0, 077, 0777);
  const mode_t before = ::umask(mask);
  publish(parent / "site", {{"map/a", "1"}});
  ::umask(before);
  CHECK(mode_of(parent / "site") == 0755);
  CHECK(mode_of(parent / "site/map") == 0755);
  CHECK(mode_of(parent / "site/map/a") == 0644);
  CHECK(mode_of(parent / "site" / manifest_file) == 0644);
}

TEST_CASE("a target that is not ours is refused and stays as it is", "[files]") {
  const TemporaryFolder parent;
  SECTION("files without a manifest") {
    parent.put("site/foto.jpg", "van iemand");
  }
  SECTION("only a folder") {
    std::filesystem::create_directories(parent / "site/map");
  }
  SECTION("only a hidden file") {
    parent.put("site/.git", "gitdir: elders");
  }
  SECTION("a manifest of something else") {
    parent.put("site/" + manifest_file, "iets anders");
  }
  const Files before = files_of(parent.path());
  CHECK_THROWS_AS(StagingFolder(parent / "site"), TargetRefused);
  CHECK(files_of(parent.path()) == before);
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("the root folder is refused", "[files]") {
  CHECK_THROWS_AS(StagingFolder("/"), TargetRefused);
  CHECK_THROWS_AS(StagingFolder("/tmp/.."), TargetRefused);
}

TEST_CASE("a target that is not a folder is an error that names it", "[files]") {
  const TemporaryFolder parent;
  SECTION("a file") {
    parent.put("site", "bestand");
  }
  SECTION("a link to a file") {
    parent.put("doel", "bestand");
    std::filesystem::create_symlink("doel", parent / "site");
  }
  SECTION("a link to nothing") {
    std::filesystem::create_symlink("nergens", parent / "site");
  }
  const std::string before = names_of(parent.path());
  CHECK_THROWS_AS(StagingFolder(parent / "site"), std::system_error);
  CHECK_THROWS_WITH(StagingFolder(parent / "site"), Catch::Contains(parent.path().string()));
  CHECK(names_of(parent.path()) == before);
}

TEST_CASE("a target that is a link stands for the folder it leads to", "[files]") {
  const TemporaryFolder parent;
  std::filesystem::create_directories(parent / "echt/site");
  std::filesystem::create_directory_symlink(parent / "echt/site", parent / "site");
  publish(parent / "site", {{"a", "1"}});
  publish(parent / "site/", {{"a", "2"}});
  CHECK(std::filesystem::is_symlink(parent / "site"));
  CHECK(site_in(parent / "echt/site") == Files{{"a", "2"}});
  CHECK(names_of(parent / "echt") == "site ");
}

TEST_CASE("a target below folders that do not exist makes them", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "x/./y/../site/", {{"a", "1"}});
  CHECK(site_in(parent / "x/site") == Files{{"a", "1"}});
}

TEST_CASE("what appeared in the place of the target during the build is refused and stays", "[files]") {
  const TemporaryFolder parent;
  StagingFolder sink(parent / "site");
  sink.write("a", "1");
  parent.put("site/foto.jpg", "van iemand");
  CHECK_THROWS_AS(sink.commit(), std::system_error);
  CHECK(files_of(parent / "site") == Files{{"foto.jpg", "van iemand"}});
}

TEST_CASE("a target that somebody removed during the build is made anew", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", {{"a", "1"}});
  StagingFolder sink(parent / "site");
  std::filesystem::remove_all(parent / "site");
  sink.write("a", "1");
  sink.commit();
  CHECK(site_in(parent / "site") == Files{{"a", "1"}});
}

TEST_CASE("a path that would leave the target, or comes twice, is our own mistake and never committed", "[files]") {
  const TemporaryFolder parent;
  StagingFolder sink(parent / "site");
  sink.write("a", "1");
  const auto path = GENERATE(as<std::string>(), "../b", "/etc/b", "a", "", "b//c", ".wegwijs-manifest", "b\nc");
  CHECK_THROWS_AS(sink.write(path, "2"), std::invalid_argument);
  CHECK_THROWS_AS(sink.commit(), std::logic_error);
  CHECK_FALSE(std::filesystem::exists(parent / "site"));
}

TEST_CASE("a sink that has committed does not touch what the next one of the same program does", "[files]") {
  const TemporaryFolder parent;
  auto first = std::make_unique<StagingFolder>(parent / "site");
  first->write("a", "1");
  first->commit();
  StagingFolder second(parent / "site");
  second.write("a", "2");
  first.reset();
  second.commit();
  CHECK(site_in(parent / "site") == Files{{"a", "2"}});
  CHECK_THROWS_AS(second.write("b", "3"), std::logic_error);
  CHECK_THROWS_AS(second.commit(), std::logic_error);
}

TEST_CASE("with a spare beside it the next site is the same as without", "[files]") {
  const TemporaryFolder parent;
  std::mt19937 random(20261129);
  const char* const paths[] = {"a", "b/c", "b/d/e", "b/d/f", "g", "g-/h", "b/d", "c/index.html"};
  for (int round = 0; round < 60; ++round) {
    Files files;
    for (const char* path : paths) {
      const std::string text(path);
      // "b/d" is a file in some sites and a folder in others.
      const bool clashes = (text == "b/d" && files.contains("b/d/e")) || (text == "b/d" && files.contains("b/d/f"));
      if (!clashes && random() % 3 != 0) files[text] = std::to_string(random() % 3);
    }
    INFO(round);
    publish(parent / "met", files, SpareSite::keep);
    publish(parent / "zonder", files);
    REQUIRE(files_of(parent / "met") == files_of(parent / "zonder"));
    // Nothing of an earlier site stays, empty folders neither.
    for (const auto& entry : std::filesystem::recursive_directory_iterator(parent / "met"))
      REQUIRE((!entry.is_directory() || !std::filesystem::is_empty(entry.path())));
  }
  CHECK(names_of(parent.path()) == ".wegwijs-met-vorige met zonder ");
}

TEST_CASE("with a spare an unchanged file keeps its inode, and one that comes back is a new file", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", {{"gelijk", "a"}, {"map/wisselt", "a"}}, SpareSite::keep);
  const ino_t same = inode_of(parent / "site/gelijk");
  const ino_t first = inode_of(parent / "site/map/wisselt");
  // So that the system does not give its number to another file.
  std::filesystem::create_hard_link(parent / "site/map/wisselt", parent / "eerste");
  publish(parent / "site", {{"gelijk", "a"}, {"map/wisselt", "b"}}, SpareSite::keep);
  // The spare has the file of two sites ago: a browser that knows it by its date would show the wrong one.
  publish(parent / "site", {{"gelijk", "a"}, {"map/wisselt", "a"}}, SpareSite::keep);
  CHECK(inode_of(parent / "site/gelijk") == same);
  CHECK(inode_of(parent / "site/map/wisselt") != first);
  CHECK(site_in(parent / "site") == Files{{"gelijk", "a"}, {"map/wisselt", "a"}});
}

TEST_CASE("a spare that somebody touched is not published", "[files]") {
  const TemporaryFolder parent;
  const Files files{{"a", "1"}, {"map/b", "2"}};
  publish(parent / "site", files, SpareSite::keep);
  publish(parent / "site", files, SpareSite::keep);
  const std::filesystem::path spare = parent / ".wegwijs-site-vorige";
  REQUIRE(std::filesystem::exists(spare));
  const auto later = std::filesystem::file_time_type::clock::now() + std::chrono::seconds(2);
  SECTION("a file more") {
    parent.put(".wegwijs-site-vorige/map/vreemd", "x");
    std::filesystem::last_write_time(spare / "map", later);
  }
  SECTION("a file in the place of one") {
    std::filesystem::remove(spare / "map/b");
    parent.put(".wegwijs-site-vorige/map/b", "9");
  }
  SECTION("a link in the place of a folder") {
    std::filesystem::remove_all(spare / "map");
    std::filesystem::create_directory(parent / "elders");
    std::filesystem::create_symlink(parent / "elders", spare / "map");
  }
  SECTION("no folder at all") {
    std::filesystem::remove_all(spare);
    parent.put(".wegwijs-site-vorige", "x");
  }
  SECTION("a folder of somebody else") {
    std::filesystem::remove_all(spare);
    parent.put(".wegwijs-site-vorige/brief.txt", "x");
  }
  publish(parent / "site", files, SpareSite::keep);
  CHECK(site_in(parent / "site") == files);
}

TEST_CASE("kept files are those of the published site, all of them or none", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", {{"a", "1"}, {"map/b", "2"}, {"weg", "3"}}, SpareSite::keep);
  const ino_t kept = inode_of(parent / "site/map/b");
  StagingFolder sink(parent / "site", {}, SpareSite::keep);
  CHECK_FALSE(sink.keep({"a", "er-niet"}));
  parent.put("site/a", "te lang");
  CHECK_FALSE(sink.keep({"map/b", "a"}));
  CHECK(sink.keep({"map/b"}));
  sink.write("a", "1");
  sink.commit();
  CHECK(site_in(parent / "site") == Files{{"a", "1"}, {"map/b", "2"}});
  CHECK(inode_of(parent / "site/map/b") == kept);
  CHECK(sink.unchanged_files() == 1);
}

}  // namespace wegwijs
