#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/manifest.h"

namespace wegwijs {

/// Seconds since 1970, UTC.
using Moment = std::int64_t;

/// The name of a release: when it was published and what is in it, "20261129-071500-1f0c9a2b". Names in byte order are
/// in order of time.
std::string release_name(Moment when, const Manifest& manifest);

/// The part of a name that says what is in it: the same files give the same word.
std::string content_word(const Manifest& manifest);

bool is_release_name(std::string_view name);

/// "2026-11-29 07:15:00 UTC". Precondition:
/// `is_release_name`.
std::string time_of_release(std::string_view name);
/// Precondition: `is_release_name`.
Moment moment_of_release(std::string_view name);

/// One that can be gone back to.
struct Release {
  std::string name;
  bool is_current = false;
};

/// The newest of `releases` (in byte order) that is older than the current one; empty when there is none.
std::optional<std::string> release_before_current(const std::vector<Release>& releases);

/// What has its content in its name, so that a page which a reader loaded earlier still asks for it: parts of the
/// search index, and styles and scripts with a fingerprint.
bool has_fingerprint(std::string_view path);

/// Files of earlier releases that stay for readers with an older page, each with the moment since which no release
/// needs it.
using KeptFiles = std::map<std::string, Moment, std::less<>>;

std::string kept_files_text(const KeptFiles& kept);
KeptFiles read_kept_files(std::string_view text);

/// What to keep beside `next`: files with a fingerprint of the release before it, and what that one kept itself for as
/// long as the grace period (seconds) lasts.
KeptFiles files_to_keep(const Manifest& previous, const KeptFiles& kept_by_previous, const Manifest& next, Moment now,
                        std::int64_t grace);

/// What a publication changes.
struct SiteDifference {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  std::vector<std::string> removed;
  std::size_t unchanged = 0;

  bool is_empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

SiteDifference difference(const Manifest& previous, const Manifest& next);

/// The files that are kept for readers with an older page are listed in this file of a release.
inline constexpr std::string_view kept_files_name = ".wegwijs-bewaard";

}  // namespace wegwijs
