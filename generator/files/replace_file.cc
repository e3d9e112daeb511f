#include "files/replace_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace wegwijs {

std::string unfinished_name(const std::filesystem::path& path) {
  return ".wegwijs-" + path.filename().string();
}

FileReplacement::FileReplacement(std::filesystem::path path)
    : path_(std::move(path)),
      beside_(path_.parent_path() / (unfinished_name(path_) + "-" + std::to_string(::getpid()))) {
  constexpr mode_t readable_by_all = 0644;
  file_ = open_below(AT_FDCWD, beside_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, readable_by_all);
  if (!file_.is_open()) throw_system_error(errno, beside_);
}

FileReplacement::~FileReplacement() {
  if (!is_finished_) ::unlink(beside_.c_str());
}

void FileReplacement::append(std::string_view bytes) {
  if (!write_all(file_, bytes)) throw_system_error(errno, beside_);
}

void FileReplacement::finish() {
  if (uninterrupted([&] { return ::fsync(file_.number()); }) != 0 || !file_.close()) throw_system_error(errno, beside_);
  if (std::rename(beside_.c_str(), path_.c_str()) != 0) throw_system_error(errno, path_);
  is_finished_ = true;
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  FileReplacement file(path);
  file.append(bytes);
  file.finish();
}

}  // namespace wegwijs
