#pragma once

#include <map>
#include <string>
#include <string_view>

#include "edit/edit_desk.h"
#include "files/temporary_folder.h"

namespace wegwijs {

/// A small portal on the disk with the desk of its editor: schools with claims, pages of Markdown, documents, a
/// calendar and a table of days, on 28 November 2026.
class EditedPortal {
 public:
  EditedPortal();

  const TemporaryFolder& folder() const { return folder_; }
  void put(std::string_view name, std::string_view bytes) const { folder_.put(name, bytes); }
  std::string file(std::string_view name) const;
  /// All files of the portal by path.
  std::map<std::string, std::string> files() const;

  /// A request as the page makes it, with the right key, host and origin.
  EditRequest request(std::string_view method, std::string_view path, std::string body = "") const;
  EditAnswer answer(const EditRequest& request) { return desk_.answer(request); }
  EditAnswer get(std::string_view path, std::map<std::string, std::string, std::less<>> query = {});
  EditAnswer post(std::string_view path, std::string body);

  /// `value` of an answer in JSON, by the names on the way, as text; empty when it is not there.
  static std::string in(const EditAnswer& answer, std::string_view pointer);

  EditSite site() const;
  EditDesk& desk() { return desk_; }

 private:
  TemporaryFolder folder_;
  SourceReader reader_;
  EditDesk desk_;
};

}  // namespace wegwijs
