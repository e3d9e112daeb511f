#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijs {

/// All that belongs to the editor is below this address of the preview; no site can have a page there.
inline constexpr std::string_view edit_prefix = "/-/bewerken/";

/// Largest body of a request that is read: a photo as a camera makes it.
inline constexpr std::size_t edit_body_limit = std::size_t{25} * 1024 * 1024;

/// A request to the editor, as it came in.
struct EditRequest {
  std::string method;  ///< GET, HEAD, POST …
  std::string path;    ///< decoded, below `edit_prefix`: "stuk"
  std::map<std::string, std::string, std::less<>> query;
  std::string host;
  std::string origin;      ///< empty: the browser sent none
  std::string fetch_site;  ///< Sec-Fetch-Site; empty: the browser sent none
  std::string key;         ///< X-Wegwijs-Sleutel
  std::string body;
  bool is_too_large = false;  ///< the body was over `edit_body_limit` and is not here
};

struct EditAnswer {
  unsigned int status = 200;
  std::string body;
  std::string media_type = "application/json";
};

using EditCall = std::function<EditAnswer(const EditRequest&)>;

/// Whether `host` names this machine itself, with or without a port. Only these names: a page elsewhere must not reach
/// the preview by pointing a name of its own at 127.0.0.1.
bool is_local_host(std::string_view host);

/// Why a request for data, or to change something, is not carried out; empty: it may be. It needs a local host, the
/// key of this start of the program, and no sign that a page of another origin made it.
std::optional<EditAnswer> refusal_of(const EditRequest& request, std::string_view key);

/// An answer with one sentence for who reads the page.
EditAnswer refusal(unsigned int status, std::string_view sentence);

/// 32 hexadecimal digits that nobody can guess. Throws std::system_error when the system gives none.
std::string new_edit_key();

}  // namespace wegwijs
