#include "files/file_tree.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <system_error>

#include "temporary_folder.h"

namespace wegwijs {
namespace {

std::string paths_of(std::span<const SourceFile> files) {
  std::string paths;
  for (const SourceFile& file : files) paths += file.path + ' ';
  return paths;
}

}  // namespace

TEST_CASE("the files of a tree are in byte order of their paths, those at the root first", "[files]") {
  const FileTree tree({{"b", "b", 0, {}, ""},
                       {"a/é", "a/é", 0, {}, ""},
                       {"a-", "a-", 0, {}, ""},
                       {"Z/z", "Z/z", 0, {}, ""},
                       {"Z", "Z", 0, {}, ""}});
  CHECK(paths_of(tree.files()) == "Z a- b Z/z a/é ");
}

TEST_CASE("a file that came to the root between two looks at it is a change of the sources", "[files]") {
  const TemporaryFolder folder;
  folder.put("site.yaml", "titel: Proef");
  const FileTree alone({{"site.yaml", "site.yaml", 12, folder / "site.yaml", std::nullopt}});
  REQUIRE(alone.read(FileId{0}) == "titel: Proef");
  FileTree same({{"site.yaml", "site.yaml", 12, folder / "site.yaml", std::nullopt}, {"a/b", "a/b", 0, {}, ""}});
  CHECK_NOTHROW(same.expect_same_as(alone));
  FileTree with_another({{"site.yaml", "site.yaml", 12, folder / "site.yaml", std::nullopt}, {"a", "a", 0, {}, ""}});
  CHECK_THROWS_AS(with_another.expect_same_as(alone), SourceChanged);
}

TEST_CASE("a file is found by its path and by nothing else", "[files]") {
  const FileTree tree = FileTree::from_memory({{"content/a.md", "A"}, {"content/b.md", "BB"}});
  REQUIRE(tree.find("content/b.md").has_value());
  CHECK(tree.read(*tree.find("content/b.md")) == "BB");
  CHECK(tree.file(*tree.find("content/b.md")).size == 2);
  CHECK_FALSE(tree.find("content").has_value());
  CHECK_FALSE(tree.find("content/b").has_value());
  CHECK_FALSE(tree.find("content/c.md").has_value());
}

TEST_CASE("the files below a folder are those inside it, not those whose names begin like it", "[files]") {
  const FileTree tree = FileTree::from_memory(
      {{"content/a.md", ""}, {"content/b/c.md", ""}, {"content-oud/a.md", ""}, {"content0", ""}, {"content", ""}});
  FileId first{};
  CHECK(paths_of(tree.files_below("content", first)) == "content/a.md content/b/c.md ");
  CHECK(tree.file(first).path == "content/a.md");
  CHECK(tree.files_below("niets", first).empty());
}

TEST_CASE("a source that grew or shrank since the walk is read as it is now", "[files]") {
  const TemporaryFolder folder;
  folder.put("a.md", "kort");
  const FileTree tree({{"a.md", "a.md", 4, folder / "a.md", std::nullopt}});
  folder.put("a.md", std::string(100'000, 'x'));
  CHECK(tree.read(FileId{0}) == std::string(100'000, 'x'));
}

TEST_CASE("a source that changes after it was read is never read as two versions", "[files]") {
  const TemporaryFolder folder;
  folder.put("a.md", "een");
  const std::vector<SourceFile> files{{"a.md", "a.md", 3, folder / "a.md", std::nullopt}};
  const FileTree tree(files);
  const FileTree keeping(files, KeepBytes::yes);
  CHECK(tree.read(FileId{0}) == "een");
  CHECK(keeping.read(FileId{0}) == "een");
  SECTION("other bytes of the same size") {
    folder.put("a.md", "twe");
  }
  SECTION("nothing") {
    folder.put("a.md", "");
  }
  SECTION("removed") {
    std::filesystem::remove(folder / "a.md");
  }
  CHECK_THROWS_AS(tree.read(FileId{0}), SourceChanged);
  CHECK_THROWS_AS(tree.check_unchanged(FileId{0}), SourceChanged);
  CHECK(tree.bytes_of(FileId{0}).empty());
  CHECK(keeping.read(FileId{0}) == "een");
  CHECK_NOTHROW(keeping.check_unchanged(FileId{0}));
  FileTree later(files);
  later.expect_same_as(tree);
  CHECK_THROWS_AS(later.read(FileId{0}), SourceChanged);
}

TEST_CASE("a source that became a fifo, a link or a folder is an error that names it, and nothing waits", "[files]") {
  const TemporaryFolder folder;
  folder.put("echt.md", "echt");
  const FileTree tree({{"a.md", "a.md", 4, folder / "a.md", std::nullopt}});
  const std::string name = (folder / "a.md").string();
  SECTION("fifo") {
    REQUIRE(::mkfifo(name.c_str(), 0600) == 0);
  }
  SECTION("link") {
    std::filesystem::create_symlink(folder / "echt.md", name);
  }
  SECTION("folder") {
    std::filesystem::create_directory(name);
  }
  SECTION("gone") {}
  CHECK_THROWS_AS(tree.read(FileId{0}), std::system_error);
  CHECK_THROWS_WITH(tree.read(FileId{0}), Catch::Contains(name));
  CHECK(tree.bytes_of(FileId{0}).empty());
}

TEST_CASE("messages name a file by its shown path", "[files]") {
  const FileTree tree({{"thema:/pagina.html", "themes/wegwijs/pagina.html", 1, {}, "x"}});
  CHECK(tree.path_of(FileId{0}) == "themes/wegwijs/pagina.html");
  CHECK(tree.bytes_of(FileId{0}) == "x");
  CHECK(tree.path_of(no_file).empty());
  CHECK(tree.bytes_of(no_file).empty());
}

}  // namespace wegwijs
