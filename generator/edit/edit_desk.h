#pragma once

#include <memory>
#include <string>

#include "diagnostic/diagnostic.h"
#include "edit/edit_request.h"
#include "edit/edit_site.h"

namespace wegwijs {

/// Answers what the page of the editor asks, on a site as it is on the disk at that moment: nothing is kept between two
/// requests but the messages of the last build, and the last changes, which can be taken back. May be called from one
/// thread while another tells of builds.
class EditDesk {
 public:
  /// `key` is that of this start of the program.
  EditDesk(SourceReader reader, std::string key);
  ~EditDesk();

  /// The page itself and its files are given to everybody on this machine, for they hold no data; all else only to who
  /// passes `refusal_of`. Failures of the machine are an answer too.
  EditAnswer answer(const EditRequest& request);

  /// What a build found, with the sources that it read.
  void note_build(const Diagnostics& diagnostics, const FileTree& sources);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace wegwijs
