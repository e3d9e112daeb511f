// Several files change together or not at all: also when the program is killed in between, and whatever lies there.
#include "files/file_changes.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <random>

#include "files/change_journal.h"
#include "temporary_folder.h"

using namespace wegwijs;

namespace {

using Files = std::map<std::string, std::string>;

constexpr const char* journal = ".wegwijs-wijziging";

const std::vector<FileChange> changes{
    {"a", "1", std::nullopt}, {"map/b", "2", "y"}, {"c", std::nullopt, "z"}, {"d", "vier", "vijf"}};
const Files old_files{{"a", "1"}, {"map/b", "2"}, {"d", "vier"}};
const Files new_files{{"map/b", "y"}, {"c", "z"}, {"d", "vijf"}};

void put_all(const TemporaryFolder& folder, const Files& files) {
  for (const auto& [path, bytes] : files) folder.put(path, bytes);
}

/// A folder as a kill leaves it after the first `made` files were put in their places.
void put_half(const TemporaryFolder& folder, std::size_t made) {
  put_all(folder, old_files);
  for (std::size_t index = 0; index < made; ++index) {
    std::filesystem::remove(folder / changes[index].path);
    if (changes[index].after) folder.put(changes[index].path, *changes[index].after);
  }
  for (std::size_t index = made; index < changes.size(); ++index) {
    const std::filesystem::path path(changes[index].path);
    if (changes[index].after)
      folder.put((path.parent_path() / (".wegwijs-nieuw-" + path.filename().string())).string(), "half");
  }
  folder.put(journal, written_journal(changes));
  folder.put(".wegwijs-wijziging-nieuw", "half");
  folder.put(".wegwijs-wijziging-slot", "4711\n");
}

}  // namespace

TEST_CASE("changes are all made or none", "[files]") {
  const TemporaryFolder folder;
  put_all(folder, old_files);
  CHECK(make_changes(folder.path(), {{"a", "1", "x"}, {"map/b", "anders", "y"}}));
  CHECK(make_changes(folder.path(), {{"a", "1", "x"}, {"map/b", std::nullopt, "y"}}));
  CHECK(make_changes(folder.path(), {{"a", "1", "x"}, {"e", "5", std::nullopt}}));
  CHECK(make_changes(folder.path(), {{"a", "1", std::nullopt}, {"er-niet/c", "3", "y"}}));
  CHECK(files_of(folder.path()) == old_files);
  CHECK_FALSE(make_changes(folder.path(), changes));
  CHECK(files_of(folder.path()) == new_files);
}

TEST_CASE("a change reaches no file outside the portal and no hidden one", "[files]") {
  const TemporaryFolder folder;
  for (const char* path : {"../c", "/tmp/c", ".git/config", "map/../c", "map/.c", "", "map/", "./c"}) {
    INFO(path);
    CHECK(make_changes(folder.path(), {{path, std::nullopt, "y"}}));
  }
  CHECK(files_of(folder.path()).empty());
}

TEST_CASE("a new file may be in a new folder, but not behind a link that leads out of the portal", "[files]") {
  const TemporaryFolder folder;
  const TemporaryFolder outside;
  std::filesystem::create_directory_symlink(outside.path(), folder / "uit");
  CHECK(make_changes(folder.path(), {{"uit/map/c", std::nullopt, "y"}}));
  CHECK(make_changes(folder.path(), {{"uit/c", std::nullopt, "y"}}));
  CHECK_FALSE(make_changes(folder.path(), {{"nieuw/map/c", std::nullopt, "y"}}));
  CHECK(files_of(folder / "nieuw") == Files{{"map/c", "y"}});
  CHECK(names_of(outside.path()).empty());
}

TEST_CASE("a file that is replaced keeps its permissions", "[files]") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  folder.put("a", "1");
  const perms wanted = perms::owner_read | perms::owner_write | perms::group_read | perms::group_write;
  std::filesystem::permissions(folder / "a", wanted);
  REQUIRE_FALSE(make_changes(folder.path(), {{"a", "1", "2"}}));
  CHECK(std::filesystem::status(folder / "a").permissions() == wanted);
}

TEST_CASE("a change that was broken off is finished, from wherever it had come", "[files]") {
  for (std::size_t made = 0; made <= changes.size(); ++made) {
    const TemporaryFolder folder;
    put_half(folder, made);
    INFO(made);
    const std::optional<FinishedChanges> finished = finish_broken_changes(folder.path());
    REQUIRE(finished);
    CHECK(finished->paths == std::vector<std::string>{"a", "map/b", "c", "d"});
    CHECK(finished->changed_since.empty());
    CHECK(files_of(folder.path()) == new_files);
    CHECK_FALSE(finish_broken_changes(folder.path()));
  }
}

TEST_CASE("where somebody changed a file since, that file stays and the others are as they were", "[files]") {
  for (std::size_t made = 0; made <= changes.size(); ++made) {
    const TemporaryFolder folder;
    put_half(folder, made);
    folder.put("d", "van een ander");
    INFO(made);
    const std::optional<FinishedChanges> finished = finish_broken_changes(folder.path());
    REQUIRE(finished);
    CHECK(finished->changed_since == std::vector<std::string>{"d"});
    CHECK(files_of(folder.path()) == Files{{"a", "1"}, {"map/b", "2"}, {"d", "van een ander"}});
  }
}

TEST_CASE("a file that became a link, or lost its folder, counts as changed by somebody", "[files]") {
  const TemporaryFolder folder;
  const TemporaryFolder outside;
  outside.put("geheim", "vier");
  put_half(folder, 1);
  std::filesystem::remove(folder / "d");
  std::filesystem::create_symlink(outside / "geheim", folder / "d");
  std::filesystem::remove_all(folder / "map");
  const std::optional<FinishedChanges> finished = finish_broken_changes(folder.path());
  REQUIRE(finished);
  CHECK(finished->changed_since == std::vector<std::string>{"map/b", "d"});
  CHECK(outside.path() / "geheim" == std::filesystem::read_symlink(folder / "d"));
  CHECK(files_of(outside.path()) == Files{{"geheim", "vier"}});
  CHECK(files_of(folder.path()).at("a") == "1");
}

TEST_CASE("before the journal has its name nothing has changed, and what was left goes without a word", "[files]") {
  const TemporaryFolder folder;
  put_all(folder, old_files);
  folder.put(".wegwijs-wijziging-nieuw", written_journal(changes).substr(0, 30));
  folder.put(".wegwijs-wijziging-slot", "");
  CHECK_FALSE(finish_broken_changes(folder.path()));
  CHECK(files_of(folder.path()) == old_files);
}

TEST_CASE("the next change finishes one that was broken off", "[files]") {
  const TemporaryFolder folder;
  put_half(folder, 2);
  CHECK_FALSE(make_changes(folder.path(), {{"e", std::nullopt, "5"}}));
  Files expected = new_files;
  expected["e"] = "5";
  CHECK(files_of(folder.path()) == expected);
}

TEST_CASE("a journal that is not ours changes nothing and is put aside", "[files]") {
  const std::string good = written_journal(changes);
  std::string other_byte = good;
  other_byte[40] = static_cast<char>(other_byte[40] ^ 1);
  const std::vector<std::string> bad{"",
                                     "x",
                                     other_byte,
                                     good + "x",
                                     good.substr(0, good.size() - 1),
                                     written_journal({{"../d", std::nullopt, "x"}}),
                                     written_journal({{".git/config", std::nullopt, "x"}}),
                                     written_journal({{"d", "vier", "x"}, {"/etc/x", std::nullopt, "x"}})};
  for (const std::string& bytes : bad) {
    const TemporaryFolder folder;
    put_all(folder, old_files);
    folder.put(journal, bytes);
    INFO(bytes);
    const std::optional<FinishedChanges> finished = finish_broken_changes(folder.path());
    REQUIRE(finished);
    CHECK(finished->unreadable == folder / ".wegwijs-wijziging-onleesbaar");
    Files expected = old_files;
    expected[".wegwijs-wijziging-onleesbaar"] = bytes;
    CHECK(files_of(folder.path()) == expected);
    CHECK_FALSE(finish_broken_changes(folder.path()));
  }
}

TEST_CASE("a journal gives back what was written, and no part of it is taken for one", "[files]") {
  std::mt19937 random(17);
  const auto bytes = [&]() -> std::optional<std::string> {
    if (random() % 4 == 0) return std::nullopt;
    std::string made;
    for (std::size_t left = random() % 40; left > 0; --left) made += static_cast<char>(random() % 256);
    return made;
  };
  for (int round = 0; round < 200; ++round) {
    std::vector<FileChange> written;
    for (std::size_t left = random() % 5; left > 0; --left)
      written.push_back({bytes().value_or("naam"), bytes(), bytes()});
    const std::string text = written_journal(written);
    const std::optional<std::vector<FileChange>> read = read_journal(text);
    REQUIRE(read);
    REQUIRE(read->size() == written.size());
    for (std::size_t index = 0; index < written.size(); ++index) {
      CHECK((*read)[index].path == written[index].path);
      CHECK((*read)[index].before == written[index].before);
      CHECK((*read)[index].after == written[index].after);
    }
    CHECK_FALSE(read_journal(std::string_view(text).substr(0, random() % text.size())));
  }
}
