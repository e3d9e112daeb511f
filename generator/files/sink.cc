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

void MemorySink::write(std::string_view path, std::string_view bytes) {
  if (!is_output_path(path)) throw std::invalid_argument("not a path for a made file: " + std::string(path));
  const std::lock_guard one_writer_at_a_time(mutex_);
  if (!files_.try_emplace(std::string(path), bytes).second) {
    throw std::invalid_argument("written twice: " + std::string(path));
  }
}

bool MemorySink::keep(const std::vector<std::string>& paths) {
  const bool are_known = before_ != nullptr && std::all_of(paths.begin(), paths.end(), [this](const std::string& path) {
                           return before_->contains(path);
                         });
  if (!are_known) return false;
  for (const std::string& path : paths) write(path, before_->find(path)->second);
  return true;
}

}  // namespace wegwijs
