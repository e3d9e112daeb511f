#include "files/file_memory.h"

#include <catch2/catch.hpp>

#include "bytes_passed_on.h"

namespace wegwijs {
namespace {

constexpr Digest reader{1, 2};

/// A tree of one file that was saved for the `save`th time.
FileTree tree_with(const std::string& bytes, std::int64_t save, bool is_settled = true) {
  SourceFile file{"content/a.md", "content/a.md", bytes.size(), {}, bytes};
  file.stamp.changed = save;
  file.is_settled = is_settled;
  return FileTree({file});
}

constexpr FileId first{0};

/// A run in which the file is read, and `read` is what was read from it.
void run(FileMemory& memory, const FileTree& sources, std::string read) {
  memory.begin(sources);
  static_cast<void>(sources.read(first));
  memory.keep(first, reader, std::move(read));
  memory.finish(sources);
}

/// What the next run over `sources` finds.
std::string found(FileMemory& memory, const FileTree& sources, const Digest& by = reader) {
  memory.begin(sources);
  return std::string(memory.find(first, by).value_or("nothing"));
}

}  // namespace

TEST_CASE("what was read from a file is found as long as the file has the same stamp", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1), "a record");
  CHECK(found(memory, tree_with("een", 1)) == "a record");
  CHECK(found(memory, tree_with("een", 2)) == "nothing");
  CHECK(found(memory, tree_with("langer", 1)) == "nothing");
}

TEST_CASE("what another reader read from a file is not found", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1), "a record");
  CHECK(found(memory, tree_with("een", 1), {1, 3}) == "nothing");
}

TEST_CASE("nothing is kept of a file that was saved just before the run", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1, false), "a record");
  CHECK(found(memory, tree_with("een", 1)) == "nothing");
}

TEST_CASE("a run that does not finish changes nothing that is known", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1), "a record");
  const FileTree changed = tree_with("twee", 2);
  memory.begin(changed);
  static_cast<void>(changed.read(first));
  memory.keep(first, reader, "another record");
  CHECK(found(memory, tree_with("een", 1)) == "a record");
}

TEST_CASE("what is known of a file outlives a run that did not need it", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1), "a record");
  const FileTree same = tree_with("een", 1);
  memory.begin(same);
  memory.finish(same);
  CHECK(found(memory, same) == "a record");
}

TEST_CASE("a file with a known stamp that holds something else starts the run anew", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1), "a record");
  const FileTree lying = tree_with("eem", 1);
  memory.begin(lying);
  CHECK_THROWS_AS(lying.read(first), SourceChanged);
}

TEST_CASE("the digest of a file that is known by its stamp needs no reading", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1), "a record");
  SourceFile gone{"content/a.md", "content/a.md", 3, "/bestaat/niet", std::nullopt};
  gone.stamp.changed = 1;
  const FileTree sources({gone});
  memory.begin(sources);
  CHECK(sources.digest(first) == digest_of("een"));
  CHECK_THROWS_AS(sources.read(first), std::system_error);
}

TEST_CASE("another process finds what one process kept", "[files]") {
  FileMemory memory;
  run(memory, tree_with("een", 1), "a record");
  const auto left =
      std::make_shared<const std::string>(bytes_passed_on([&](OutgoingBytes& out) { memory.append_to(out); }));
  ByteReader whole(*left);
  FileMemory other = FileMemory::from_bytes(whole, left);
  CHECK(whole.is_at_end());
  CHECK(found(other, tree_with("een", 1)) == "a record");
  for (std::size_t size = 0; size < left->size(); ++size) {
    INFO(size);
    ByteReader cut_short(std::string_view(*left).substr(0, size));
    CHECK_THROWS_AS(FileMemory::from_bytes(cut_short, left), BytesSpoilt);
  }
}

}  // namespace wegwijs
