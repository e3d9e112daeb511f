#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "edit/edit_request.h"
#include "files/sink.h"

namespace wegwijs {

/// Shows a site that lies in memory on 127.0.0.1. It never touches the disk, so there is no path to escape from.
///
/// Answers GET and HEAD only, and only for the hosts localhost, 127.0.0.1 and [::1]; ignores Range (a whole answer is
/// allowed by RFC 9110); drops a connection that stays silent for ten seconds. Who asks "/-/versie?na=N" gets
/// the number of the version as soon as there is a newer one than N, and with "&pagina=/adres/" that page as it is by
/// then: that is how a page follows what is saved (preview_script.h).
class PreviewServer {
 public:
  /// Throws std::system_error when the port cannot be used.
  ///
  /// With `edits`, requests below `edit_prefix` go there, with any method and their body; pages of the site may then be
  /// shown in a frame of the editor, which is the one header that differs from those of a published site.
  explicit PreviewServer(std::uint16_t port, std::string prefix = "", EditCall edits = {});
  ~PreviewServer();

  /// Replaces the site and notifies the waiting pages; of the site before, the files below `late_folder` ("zoek/") that
  /// the new one does not have stay until `complete`. May be called while requests are answered, as may `complete`.
  void show(MadeFiles files, std::string_view late_folder);
  /// Waits until the pages that `show` notified ask what comes next, which they do when they have painted, and no
  /// longer than `longest`: work that nobody waits for is not to keep them from it.
  void wait_until_painted(std::chrono::milliseconds longest);
  /// Puts the late files in, and takes out what stayed of the site before. Notifies nobody.
  void complete(MadeFiles late_files);
  /// The site that is shown, for the thread that calls `show`: until it does so again.
  const MadeFiles& files() const;
  /// Keeps the last good site and shows `report` on top of every page of it.
  void show_mistakes(std::string report);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wegwijs
