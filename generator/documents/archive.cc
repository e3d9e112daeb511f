#include "documents/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <set>

#include "documents/refused_document.h"

namespace wegwijs {
namespace {

constexpr zip_int64_t most_parts = 1000;

[[noreturn]] void refuse_archive() {
  throw RefusedDocument{DocumentFault::damaged};
}

}  // namespace

struct Archive::Handle {
  zip_t* zip = nullptr;
};

Archive::Archive(std::string_view bytes) : handle_(std::make_unique<Handle>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) refuse_archive();
  handle_->zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (handle_->zip == nullptr) {
    zip_source_free(source);
    refuse_archive();
  }
  const zip_int64_t parts = zip_get_num_entries(handle_->zip, 0);
  std::optional<DocumentFault> fault;
  std::set<std::string> names;
  if (parts > most_parts) fault = DocumentFault::too_many_parts;
  for (zip_int64_t index = 0; !fault && index < parts; ++index) {
    zip_stat_t stat;
    const bool is_known = zip_stat_index(handle_->zip, static_cast<zip_uint64_t>(index), 0, &stat) == 0;
    if (!is_known || (stat.valid & ZIP_STAT_NAME) == 0 || !names.insert(stat.name).second) {
      fault = DocumentFault::damaged;
    } else if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      fault = DocumentFault::protected_by_password;
    }
  }
  if (!fault) return;
  zip_discard(handle_->zip);
  throw RefusedDocument{*fault};
}

Archive::~Archive() {
  zip_discard(handle_->zip);
}

bool Archive::has(const std::string& name) const {
  return zip_name_locate(handle_->zip, name.c_str(), 0) >= 0;
}

std::optional<std::string> Archive::read(const std::string& name, std::size_t limit) const {
  const zip_int64_t index = zip_name_locate(handle_->zip, name.c_str(), 0);
  if (index < 0) return std::nullopt;
  constexpr RefusedDocument too_large{DocumentFault::too_large};
  zip_stat_t stat;
  if (zip_stat_index(handle_->zip, static_cast<zip_uint64_t>(index), 0, &stat) != 0 ||
      (stat.valid & ZIP_STAT_SIZE) == 0)
    refuse_archive();
  if (stat.size > limit) throw too_large;
  zip_file_t* file = zip_fopen_index(handle_->zip, static_cast<zip_uint64_t>(index), 0);
  if (file == nullptr) refuse_archive();
  std::string bytes;
  std::array<char, 64 * 1024> block{};
  zip_int64_t count = 0;
  while ((count = zip_fread(file, block.data(), block.size())) > 0 && bytes.size() <= limit)
    bytes.append(block.data(), static_cast<std::size_t>(count));
  const bool is_whole = zip_fclose(file) == 0 && count == 0;
  if (bytes.size() > limit) throw too_large;
  if (!is_whole || bytes.size() != stat.size) refuse_archive();
  return bytes;
}

}  // namespace wegwijs
