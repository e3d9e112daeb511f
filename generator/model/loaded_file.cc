#include "model/loaded_file.h"

#include <algorithm>
#include <utility>

#include "files/digest_bytes.h"
#include "schema/record_bytes.h"

namespace wegwijs {
namespace {

void append_withheld(std::string& bytes, const std::optional<WithheldEntry>& withheld) {
  append_varint(bytes, withheld ? 1 : 0);
  if (!withheld) return;
  append_varint(bytes, static_cast<std::uint64_t>(withheld->why));
  append_text(bytes, withheld->day ? iso_date(*withheld->day) : std::string());
}

std::optional<WithheldEntry> read_withheld(ByteReader& bytes, FileId file) {
  if (bytes.varint() == 0) return std::nullopt;
  const auto why = static_cast<Withheld>(bytes.varint());
  return WithheldEntry{file, why, read_date(bytes.text())};
}

/// Findings about `from`, as they are about `to`.
Diagnostics moved(Diagnostics found, FileId from, FileId to) {
  if (from == to || found.empty()) return found;
  Diagnostics moved;
  for (Diagnostic one : found.all()) {
    if (one.where.file == from) one.where.file = to;
    moved.add(std::move(one));
  }
  return moved;
}

}  // namespace

std::string bytes_of(const LoadedFile& loaded, FileId file) {
  const std::vector<Diagnostic>& found = loaded.diagnostics.all();
  const bool is_about_itself = std::all_of(found.begin(), found.end(), [file](const Diagnostic& one) {
    return one.where.file == file || one.where.file == no_file;
  });
  if (!is_about_itself) return {};
  std::string bytes;
  append_varint(bytes, static_cast<std::uint32_t>(file));
  append_diagnostics(bytes, loaded.diagnostics);
  append_varint(bytes, loaded.entry ? 1 : 0);
  if (!loaded.entry) return bytes;
  // A name for each member, so that one that is new does not compile until somebody thought of it here. Only rows of a
  // table have a line.
  const auto& [slug, record, own_file, line, body, values_digest, body_digest, sort_key, withheld] = *loaded.entry;
  append_varint(bytes, body.begin);
  append_varint(bytes, body.end);
  append_digest(bytes, values_digest);
  append_digest(bytes, body_digest);
  append_text(bytes, sort_key);
  append_withheld(bytes, withheld);
  return append_record(bytes, record, file) ? bytes : std::string();
}

LoadedFile loaded_file_from(std::string_view bytes, FileId file, FindRule find_rule) {
  ByteReader reader(bytes);
  LoadedFile loaded;
  const auto file_then = static_cast<FileId>(reader.varint());
  loaded.diagnostics = moved(read_diagnostics(reader, find_rule), file_then, file);
  if (reader.varint() == 0) return loaded;
  Entry& entry = loaded.entry.emplace();
  entry.file = file;
  entry.body.file = file;
  entry.body.begin = static_cast<std::uint32_t>(reader.varint());
  entry.body.end = static_cast<std::uint32_t>(reader.varint());
  entry.values_digest = read_digest(reader);
  entry.body_digest = read_digest(reader);
  entry.sort_key = reader.text();
  entry.withheld = read_withheld(reader, file);
  entry.record = read_record_bytes(reader, file);
  return loaded;
}

}  // namespace wegwijs
