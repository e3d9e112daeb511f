#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace wegwijs {

/// What one request may cost. Everything that is fetched is hostile until it has been looked at.
struct HttpLimits {
  std::chrono::milliseconds connect{3'000};
  std::chrono::milliseconds total{10'000};  ///< of a request with all its redirects
  std::size_t body = 64 * 1024;             ///< bytes read before the connection is closed
  std::size_t headers = 64 * 1024;          ///< bytes of all header lines together
  int redirects = 5;
  std::uint16_t allowed_local_port = 0;  ///< for tests: local addresses may be asked at this port; 0: at none
};

enum class HttpMethod : unsigned char { head, get };

/// Why there is no usable answer.
enum class HttpFailure : unsigned char {
  none,
  bad_address,    ///< not http or https, or with a name and password in it
  local_address,  ///< leads to this machine or its own network
  too_many_redirects,
  timeout,
  unreachable,  ///< no such host, refused, reset
  insecure,     ///< no https with a certificate that is right
  broken,       ///< not HTTP, too large headers, or less than was announced
};

struct HttpAnswer {
  HttpFailure failure = HttpFailure::none;
  long status = 0;              ///< of the last answer; 0: none
  std::string final_address;    ///< after redirects
  bool moved_for_good = false;  ///< there were redirects, and every one was permanent (301 or 308)
  std::string etag;
  std::string last_modified;
  std::optional<std::chrono::seconds> retry_after;
};

/// What the server said last time, for a conditional request.
struct HttpCondition {
  std::string etag;
  std::string last_modified;
};

/// Asks one address. http and https only, at most `limits.redirects` redirects, each checked like the first address; no
/// proxy, no cookie, no saved password, no decompression; certificates are verified. The address of a host name
/// is checked at the moment of connecting, so that a name cannot lead into the local network. The body is counted and
/// discarded. Never throws for what a server does. Safe to call from several threads.
HttpAnswer ask(HttpMethod method, const std::string& address, const HttpCondition& condition, const HttpLimits& limits);

}  // namespace wegwijs
