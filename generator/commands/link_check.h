#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "net/http_client.h"
#include "schema/date.h"

namespace wegwijs {

/// What was found at an address outside the site. Only an answer of the server itself that nothing is there any more
/// makes it gone: whatever else goes wrong may be our network or a bad hour of theirs.
enum class LinkState : std::uint8_t {
  reachable,
  moved,    ///< reachable, and the server says that the address changed for good
  gone,     ///< 404 or 410, asked twice
  unknown,  ///< could not be checked
};

struct LinkResult {
  LinkState state = LinkState::unknown;
  Date on;               ///< when this was found
  long status = 0;       ///< of HTTP; 0: no answer
  std::string moved_to;  ///< of moved
  HttpFailure failure = HttpFailure::none;
  HttpCondition condition;  ///< to ask only for news next time
};

/// By address.
using LinkResults = std::map<std::string, LinkResult>;

/// How politely and how long.
struct LinkCheckPace {
  HttpLimits limits;
  std::chrono::milliseconds between_requests{1'000};  ///< to one host, one at a time
  std::chrono::milliseconds longest_wait{10'000};     ///< for a server that asks to come back later
  std::chrono::milliseconds before_retry{2'000};
  int retries = 2;                       ///< after a failure that may pass
  std::chrono::seconds budget{20 * 60};  ///< of the whole run; what is left over is unknown
  std::size_t hosts_at_once = 8;
  /// Called after each address that was asked: how many so far, of how many. From any thread, one call at a time.
  std::function<void(std::size_t asked, std::size_t all)> on_progress;
};

/// Asks every address: HEAD, and GET where the answer to that is not good. `known` is what an earlier run found: what
/// was reachable on this very day is not asked again, and other answers are asked for only when they changed. Results
/// come in the order of the addresses, whatever the order of the answers.
LinkResults check_web_addresses(const std::vector<std::string>& addresses, const LinkResults& known, Date today,
                                const LinkCheckPace& pace);

}  // namespace wegwijs
