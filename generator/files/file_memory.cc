#include "files/file_memory.h"

#include <span>
#include <unordered_map>
#include <utility>

#include "files/digest_bytes.h"

namespace wegwijs {

void FileMemory::begin(const FileTree& sources) {
  const std::span<const SourceFile> files = sources.files();
  next_.assign(files.size(), {});
  of_file_.assign(files.size(), nullptr);
  if (last_.empty()) return;
  std::unordered_map<std::string_view, const Known*> at;
  at.reserve(last_.size());
  for (const Known& known : last_) at.emplace(known.path, &known);
  std::vector<std::optional<Digest>> digests(files.size());
  for (std::size_t number = 0; number < files.size(); ++number) {
    const SourceFile& file = files[number];
    const auto found = at.find(file.path);
    if (found == at.end() || found->second->size != file.size || found->second->stamp != file.stamp) continue;
    of_file_[number] = found->second;
    digests[number] = found->second->digest;
  }
  sources.know_by_stamp(digests);
}

std::optional<std::string_view> FileMemory::find(FileId file, const Digest& reader) const {
  const Known* const known = of_file_[static_cast<std::size_t>(file)];
  if (known == nullptr || known->read.empty() || known->reader != reader) return std::nullopt;
  return known->read;
}

void FileMemory::keep(FileId file, const Digest& reader, std::string read) {
  next_[static_cast<std::size_t>(file)] = {reader, std::move(read)};
}

void FileMemory::finish(const FileTree& sources) {
  std::vector<Known> now;
  now.reserve(next_.size());
  for (std::size_t number = 0; number < next_.size(); ++number) {
    const auto file = static_cast<FileId>(number);
    const SourceFile& source = sources.file(file);
    Read& read = next_[number];
    if (of_file_[number] != nullptr && read.read.empty()) {
      now.push_back(*of_file_[number]);
      continue;
    }
    const std::optional<Digest> digest = source.is_settled ? sources.known_digest(file) : std::nullopt;
    if (!digest) continue;
    struct Own {
      std::string path;
      std::string read;
    };
    const auto own = std::make_shared<const Own>(Own{source.path, std::move(read.read)});
    now.push_back({own->path, source.size, source.stamp, *digest, read.reader, own->read, own});
  }
  last_ = std::move(now);
  of_file_.clear();
  next_.clear();
}

void FileMemory::append_to(OutgoingBytes& out) const {
  std::string& bytes = out.bytes();
  append_varint(bytes, last_.size());
  for (const Known& known : last_) {
    append_text(bytes, known.path);
    append_varint(bytes, known.size);
    append_whole(bytes, static_cast<std::uint64_t>(known.stamp.modified));
    append_whole(bytes, static_cast<std::uint64_t>(known.stamp.changed));
    append_whole(bytes, known.stamp.inode);
    append_digest(bytes, known.digest);
    append_digest(bytes, known.reader);
    append_text(bytes, known.read);
    out.pass_on();
  }
}

FileMemory FileMemory::from_bytes(ByteReader& bytes, const std::shared_ptr<const void>& owner) {
  FileMemory memory;
  const std::size_t count = bytes.count();
  memory.last_.reserve(count);
  for (std::size_t left = count; left > 0; --left) {
    Known known;
    known.path = bytes.text();
    known.size = bytes.varint();
    known.stamp.modified = static_cast<std::int64_t>(bytes.whole());
    known.stamp.changed = static_cast<std::int64_t>(bytes.whole());
    known.stamp.inode = bytes.whole();
    known.digest = read_digest(bytes);
    known.reader = read_digest(bytes);
    known.read = bytes.text();
    known.owner = owner;
    memory.last_.push_back(std::move(known));
  }
  return memory;
}

}  // namespace wegwijs
