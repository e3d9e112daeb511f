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

// The steps of one save follow each other at once; between them a slow disk may be waited for.
constexpr int quiet_milliseconds = 4;
constexpr int unfinished_milliseconds = 30;
constexpr std::uint32_t finished = IN_CLOSE_WRITE | IN_MOVED_TO;
constexpr std::uint32_t begun = IN_CREATE | IN_DELETE | IN_MOVED_FROM;

void add_watch(int descriptor, const std::filesystem::path& folder) {
  if (inotify_add_watch(descriptor, folder.c_str(), finished | begun) < 0) {
    throw std::system_error(errno, std::generic_category(), folder.string());
  }
}

/// `ppoll` over one descriptor, or over none when it is null, with every signal let in.
int wait_with_signals(pollfd* waiting, std::optional<std::chrono::milliseconds> longest) {
  sigset_t no_signals;
  sigemptyset(&no_signals);
  timespec time{};
  if (longest) {
    time.tv_sec = longest->count() / 1000;
    time.tv_nsec = longest->count() % 1000 * 1'000'000;
  }
  return ::ppoll(waiting, waiting == nullptr ? 0 : 1, longest ? &time : nullptr, &no_signals);
}

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::filesystem::path>& folders)
    : descriptor_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  if (!descriptor_.is_open()) throw std::system_error(errno, std::generic_category(), "inotify");
  for (const std::filesystem::path& folder : folders) {
    if (std::filesystem::is_regular_file(folder)) {
      // An editor replaces a file by a new one, so the folder around it is what must be watched.
      add_watch(descriptor_.number(), folder.has_parent_path() ? folder.parent_path() : std::filesystem::path("."));
      continue;
    }
    if (!std::filesystem::is_directory(folder)) continue;
    add_watch(descriptor_.number(), folder);
    for (const auto& below : std::filesystem::recursive_directory_iterator(folder)) {
      if (below.is_directory()) add_watch(descriptor_.number(), below.path());
    }
  }
}

void FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 4096> events{};
  for (ssize_t size = 0; (size = ::read(descriptor_.number(), events.data(), events.size())) > 0;) {
    for (ssize_t place = 0; place < size;) {
      const auto* event = reinterpret_cast<const inotify_event*>(&events.at(static_cast<std::size_t>(place)));
      place += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      // More happened than the system could keep, a folder that is watched is gone, or one came or went.
      if ((event->mask & (IN_Q_OVERFLOW | IN_IGNORED | IN_ISDIR)) != 0) is_outdated_ = true;
      if (event->len == 0) continue;
      std::pair<int, std::string> file(event->wd, event->name);
      if ((event->mask & finished) != 0) {
        unfinished_.erase(file);
      } else {
        unfinished_.insert(std::move(file));
      }
    }
  }
}

bool FolderWatch::wait(std::optional<std::chrono::milliseconds> longest) {
  pollfd waiting{descriptor_.number(), POLLIN, 0};
  if (wait_with_signals(&waiting, longest) <= 0) return false;
  do {
    read_events();
  } while (::poll(&waiting, 1, unfinished_.empty() ? quiet_milliseconds : unfinished_milliseconds) > 0);
  unfinished_.clear();
  return true;
}

void wait_for_signal(std::chrono::milliseconds longest) {
  static_cast<void>(wait_with_signals(nullptr, longest));
}

}  // namespace wegwijs
