#include "files/replace_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "files/descriptor.h"

namespace wegwijs {

std::string unfinished_name(const std::filesystem::path& path) {
  return ".wegwijs-" + path.filename().string();
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path beside = path.parent_path() / (unfinished_name(path) + "-" + std::to_string(::getpid()));
  const auto fail = [&](int error, const std::filesystem::path& where) {
    ::unlink(beside.c_str());
    throw_system_error(error, where);
  };
  constexpr mode_t readable_by_all = 0644;
  Descriptor file = open_below(AT_FDCWD, beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, readable_by_all);
  if (!file.is_open()) throw_system_error(errno, beside);
  if (!write_all(file, bytes) || uninterrupted([&] { return ::fsync(file.number()); }) != 0 || !file.close())
    fail(errno, beside);
  if (std::rename(beside.c_str(), path.c_str()) != 0) fail(errno, path);
}

}  // namespace wegwijs
