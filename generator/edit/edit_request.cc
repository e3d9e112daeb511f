#include "edit/edit_request.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>

#include "text/ascii.h"

namespace wegwijs {
namespace {

/// Takes as long whatever the first difference is.
bool is_same_key(std::string_view left, std::string_view right) {
  if (left.size() != right.size() || right.empty()) return false;
  unsigned int difference = 0;
  for (std::size_t index = 0; index < left.size(); ++index)
    difference |=
        static_cast<unsigned int>(static_cast<unsigned char>(left[index]) ^ static_cast<unsigned char>(right[index]));
  return difference == 0;
}

}  // namespace

bool is_local_host(std::string_view host) {
  for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
    if (!host.starts_with(name)) continue;
    const std::string_view port = host.substr(name.size());
    if (port.empty() || (port.front() == ':' && std::all_of(port.begin() + 1, port.end(), is_digit))) return true;
  }
  return false;
}

EditAnswer refusal(unsigned int status, std::string_view sentence) {
  return {status, nlohmann::json{{"fout", sentence}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

std::optional<EditAnswer> refusal_of(const EditRequest& request, std::string_view key) {
  constexpr unsigned int forbidden = 403;
  constexpr unsigned int not_allowed = 405;
  constexpr unsigned int too_large = 413;
  if (!is_local_host(request.host)) return refusal(forbidden, "Alleen via localhost.");
  if (request.method != "GET" && request.method != "POST") return refusal(not_allowed, "Alleen GET en POST.");
  const bool is_other_origin = !request.origin.empty() && request.origin != "http://" + request.host;
  const bool is_other_site =
      !request.fetch_site.empty() && request.fetch_site != "same-origin" && request.fetch_site != "none";
  const bool has_no_origin = request.method == "POST" && request.origin.empty();
  if (is_other_origin || is_other_site || has_no_origin)
    return refusal(forbidden, "Dit verzoek komt niet van de pagina waarop u bewerkt.");
  if (!is_same_key(request.key, key))
    return refusal(forbidden,
                   "De sleutel klopt niet: Wegwijs is opnieuw gestart. Open het adres dat in het venster van 'wegwijs "
                   "serve --edit' staat.");
  if (request.is_too_large) return refusal(too_large, "Dit is te groot: hooguit 25 MB.");
  return std::nullopt;
}

std::string new_edit_key() {
  std::array<unsigned char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
    throw std::system_error(errno, std::generic_category(), "getrandom");
  constexpr std::string_view digits = "0123456789abcdef";
  std::string key;
  for (const unsigned char byte : bytes) {
    key += digits[byte >> 4U];
    key += digits[byte & 15U];
  }
  return key;
}

}  // namespace wegwijs
