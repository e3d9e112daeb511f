#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "files/manifest.h"
#include "publish/release.h"

namespace wegwijs {

/// A built site with its compressed forms, ready to be published.
struct PreparedSite {
  std::filesystem::path folder;
  Manifest manifest;
};

struct PublishTerms {
  Moment now = 0;
  std::size_t keep = 5;       ///< releases, with the current one; at least 1
  std::int64_t grace = 3600;  ///< seconds that readers with an older page still find its files
};

/// Where a site is published. All targets work in one order: new files first, pages after the files that they use, then
/// the switch, and last what is no longer needed. A fault at any step leaves readers the old site; the same command
/// again goes on where it stopped. Every function throws `PublishFailure` or std::system_error.
class PublishTarget {
 public:
  virtual ~PublishTarget() = default;
  /// The files that readers get now; empty when nothing was published here.
  virtual Manifest current() = 0;
  /// In order of time.
  virtual std::vector<Release> releases() = 0;
  /// The name of the release that readers get then: the current one when it has the same files.
  virtual std::string publish(const PreparedSite& site, const PublishTerms& terms) = 0;
  /// Gives readers the release before the current one again; its name.
  virtual std::string roll_back(const PublishTerms& terms) = 0;
};

/// A folder, "ssh://user@host:port/path", or "s3://bucket/prefix". Throws `PublishFailure` for anything else, and when
/// a program is missing that it needs (rsync and ssh, or rclone).
std::unique_ptr<PublishTarget> publish_target(const std::string& written);

std::unique_ptr<PublishTarget> folder_target(std::filesystem::path folder);
std::unique_ptr<PublishTarget> ssh_target(const std::string& written);
std::unique_ptr<PublishTarget> storage_target(const std::string& written);

/// Throws `PublishFailure`: there is no release before the current one.
[[noreturn]] void throw_no_earlier_release();

/// The moment for the name of a new release: now, and later than that of every other.
Moment moment_after(const std::vector<Release>& releases, Moment now);

/// Those that may go: all but the current one and the newest `keep`, and those that readers got until less than the
/// grace period ago.
std::vector<std::string> releases_to_remove(const std::vector<Release>& releases, const PublishTerms& terms);

}  // namespace wegwijs
