#include "commands/folder_watch.h"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace wegwijs {
namespace {

constexpr int quiet_milliseconds = 15;
constexpr std::uint32_t changes = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;

void add_watch(int descriptor, const std::filesystem::path& folder) {
  if (inotify_add_watch(descriptor, folder.c_str(), changes) < 0) {
    throw std::system_error(errno, std::generic_category(), folder.string());
  }
}

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::filesystem::path>& folders)
    : descriptor_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "inotify");
  for (const std::filesystem::path& folder : folders) {
    if (std::filesystem::is_regular_file(folder)) {
      // An editor replaces a file by a new one, so the folder around it is what must be watched.
      add_watch(descriptor_, folder.has_parent_path() ? folder.parent_path() : std::filesystem::path("."));
      continue;
    }
    if (!std::filesystem::is_directory(folder)) continue;
    add_watch(descriptor_, folder);
    for (const auto& below : std::filesystem::recursive_directory_iterator(folder)) {
      if (below.is_directory()) add_watch(descriptor_, below.path());
    }
  }
}

FolderWatch::~FolderWatch() {
  ::close(descriptor_);
}

bool FolderWatch::wait() const {
  pollfd waiting{descriptor_, POLLIN, 0};
  sigset_t no_signals;
  sigemptyset(&no_signals);
  if (::ppoll(&waiting, 1, nullptr, &no_signals) <= 0) return false;
  std::array<char, 4096> events{};
  do {
    while (::read(descriptor_, events.data(), events.size()) > 0) {
    }
  } while (::poll(&waiting, 1, quiet_milliseconds) > 0);
  return true;
}

}  // namespace wegwijs
