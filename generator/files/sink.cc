#include "files/sink.h"

#include <algorithm>
#include <stdexcept>

namespace wegwijs {

bool is_output_path(std::string_view path) {
  const bool has_control_character = std::any_of(path.begin(), path.end(), [](char character) {
    return static_cast<unsigned char>(character) < 0x20 || character == 0x7F;
  });
  if (has_control_character) return false;
  while (true) {
    const std::string_view part = path.substr(0, path.find('/'));
    if (part.empty() || part == "." || part == "..") return false;
    if (part.size() == path.size()) return true;
    path.remove_prefix(part.size() + 1);
  }
}

void MemorySink::add(std::string_view path, const MadeFile& file) {
  const std::lock_guard one_writer_at_a_time(mutex_);
  if (!files_.try_emplace(std::string(path), file).second) {
    throw std::invalid_argument("written twice: " + std::string(path));
  }
}

void MemorySink::write(std::string_view path, std::string_view bytes) {
  if (!is_output_path(path)) throw std::invalid_argument("not a path for a made file: " + std::string(path));
  add(path, MadeFile(bytes));
}

bool MemorySink::keep(const std::vector<std::string>& paths) {
  if (before_ == nullptr) return false;
  std::vector<MadeFiles::const_iterator> kept;
  kept.reserve(paths.size());
  for (const std::string& path : paths) {
    kept.push_back(before_->find(path));
    if (kept.back() == before_->end()) return false;
  }
  for (const MadeFiles::const_iterator& file : kept) add(file->first, file->second);
  return true;
}

}  // namespace wegwijs
