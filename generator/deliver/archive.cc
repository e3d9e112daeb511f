#include "deliver/archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <set>

namespace wegwijs {
namespace {

constexpr zip_int64_t most_parts = 1000;

Label damaged_workbook() {
  return {"Dit werkboek is beschadigd. Vraag de school om het opnieuw te bewaren en te mailen.",
          "This workbook is damaged. Ask the school to save and mail it again."};
}

[[noreturn]] void refuse_archive() {
  throw RefusedWorkbook{damaged_workbook()};
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
  Label reason;
  std::set<std::string> names;
  if (parts > most_parts)
    reason = {"Dit werkboek heeft te veel delen om een formulier te zijn.",
              "This workbook has too many parts to be a form."};
  for (zip_int64_t index = 0; reason.empty() && index < parts; ++index) {
    zip_stat_t stat;
    const bool is_known = zip_stat_index(handle_->zip, static_cast<zip_uint64_t>(index), 0, &stat) == 0;
    if (!is_known || (stat.valid & ZIP_STAT_NAME) == 0 || !names.insert(stat.name).second) {
      reason = damaged_workbook();
    } else if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      reason = {"Dit werkboek is met een wachtwoord beveiligd. Vraag de school om het zonder wachtwoord te bewaren.",
                "This workbook is protected by a password. Ask the school to save it without one."};
    }
  }
  if (reason.empty()) return;
  zip_discard(handle_->zip);
  throw RefusedWorkbook{reason};
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
  const RefusedWorkbook too_large{
      {"Dit werkboek is uitgepakt te groot om een formulier te zijn. Er is niets van gelezen.",
       "This workbook is too large to be a form once it is unpacked. Nothing of it was read."}};
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
