#include "commands/link_check.h"

#include <algorithm>
#include <mutex>
#include <string_view>
#include <thread>

#include "parallel/parallel_map.h"

namespace wegwijs {
namespace {

using Clock = std::chrono::steady_clock;

// A host that leaves so many requests in a row without an answer (two addresses with their retries) is not there now:
// its other addresses are unknown, and the rest of the run is not spent on waiting for it.
constexpr int requests_before_giving_up = 8;

std::string host_of(std::string_view address) {
  const std::size_t begin = address.find("://") + 3;
  return std::string(address.substr(begin, address.find_first_of("/?#", begin) - begin));
}

/// "Not modified" (304) is good only as the answer to a conditional request: without a condition nothing is kept.
bool is_good(const HttpAnswer& answer, const HttpCondition& condition) {
  const bool asked_for_news = !condition.etag.empty() || !condition.last_modified.empty();
  return answer.failure == HttpFailure::none &&
         ((answer.status >= 200 && answer.status < 300) || (answer.status == 304 && asked_for_news));
}

bool is_gone(const HttpAnswer& answer) {
  return answer.failure == HttpFailure::none && (answer.status == 404 || answer.status == 410);
}

/// Whether the same question may get another answer in a moment.
bool may_pass(const HttpAnswer& answer) {
  switch (answer.failure) {
    case HttpFailure::none:
      return answer.status == 429 || answer.status >= 500;
    case HttpFailure::timeout:
    case HttpFailure::unreachable:
    case HttpFailure::broken:
      return true;
    case HttpFailure::bad_address:
    case HttpFailure::local_address:
    case HttpFailure::too_many_redirects:
    case HttpFailure::insecure:
      return false;
  }
  return false;
}

/// Asks the addresses of one host, one after the other.
class HostVisit {
 public:
  HostVisit(const LinkCheckPace& pace, Clock::time_point deadline, Date today)
      : pace_(pace), deadline_(deadline), today_(today) {}

  LinkResult check(const std::string& address, HttpCondition condition) {
    HttpAnswer answer = politely_ask(HttpMethod::head, address, condition);
    // Many servers answer HEAD wrongly, so only GET may say that something is gone.
    if (!is_good(answer, condition)) {
      condition = {};
      answer = politely_ask(HttpMethod::get, address, {});
    }
    for (int retry = 0; retry < pace_.retries && may_pass(answer); ++retry) {
      const std::chrono::milliseconds wait = answer.retry_after ? *answer.retry_after : pace_.before_retry;
      if (wait > pace_.longest_wait || Clock::now() + wait > deadline_) break;
      std::this_thread::sleep_for(std::min(wait, pace_.longest_wait));
      answer = politely_ask(HttpMethod::get, address, {});
    }
    return result_of(address, answer, condition);
  }

 private:
  HttpAnswer politely_ask(HttpMethod method, const std::string& address, const HttpCondition& condition) {
    const bool gives_up = requests_without_answer_ >= requests_before_giving_up;
    if (gives_up || Clock::now() >= deadline_) return {HttpFailure::timeout, 0, address, false, {}, {}, {}};
    std::this_thread::sleep_until(std::min(next_request_, deadline_));
    HttpAnswer answer = ask(method, address, condition, pace_.limits);
    next_request_ = Clock::now() + pace_.between_requests;
    const bool is_silent = answer.failure == HttpFailure::timeout || answer.failure == HttpFailure::unreachable;
    requests_without_answer_ = is_silent ? requests_without_answer_ + 1 : 0;
    return answer;
  }

  LinkResult result_of(const std::string& address, const HttpAnswer& answer, const HttpCondition& condition) const {
    LinkResult result;
    result.on = today_;
    result.status = answer.status;
    result.failure = answer.failure;
    if (is_gone(answer)) result.state = LinkState::gone;
    if (!is_good(answer, condition)) return result;
    result.state = LinkState::reachable;
    // An answer "not modified" (304) need not repeat what it is about.
    result.condition = answer.status == 304 ? condition : HttpCondition{answer.etag, answer.last_modified};
    if (answer.moved_for_good && answer.final_address != address) {
      result.state = LinkState::moved;
      result.moved_to = answer.final_address;
    }
    return result;
  }

  const LinkCheckPace& pace_;
  Clock::time_point deadline_;
  Date today_;
  Clock::time_point next_request_{};
  int requests_without_answer_ = 0;
};

}  // namespace

LinkResults check_web_addresses(const std::vector<std::string>& addresses, const LinkResults& known, Date today,
                                const LinkCheckPace& pace) {
  const Clock::time_point deadline = Clock::now() + pace.budget;
  std::map<std::string, std::vector<std::string>> by_host;
  LinkResults results;
  for (const std::string& address : addresses) {
    const auto earlier = known.find(address);
    const bool is_fresh =
        earlier != known.end() && earlier->second.on == today && earlier->second.state != LinkState::unknown;
    if (is_fresh) results.insert(*earlier);
    if (!is_fresh) by_host[host_of(address)].push_back(address);
  }
  std::vector<const std::vector<std::string>*> hosts;
  std::size_t all = 0;
  for (const auto& [host, of_host] : by_host) {
    hosts.push_back(&of_host);
    all += of_host.size();
  }
  std::mutex progress;
  std::size_t asked = 0;
  if (pace.on_progress && all > 0) pace.on_progress(0, all);
  std::vector<LinkResults> found = parallel_map<LinkResults>(hosts.size(), pace.hosts_at_once, [&](std::size_t index) {
    HostVisit visit(pace, deadline, today);
    LinkResults of_host;
    for (const std::string& address : *hosts[index]) {
      const auto earlier = known.find(address);
      // Only if the address was reachable is its body known to have been good.
      const bool was_there = earlier != known.end() && (earlier->second.state == LinkState::reachable ||
                                                        earlier->second.state == LinkState::moved);
      of_host[address] = visit.check(address, was_there ? earlier->second.condition : HttpCondition{});
      const std::lock_guard one_at_a_time(progress);
      ++asked;
      if (pace.on_progress) pace.on_progress(asked, all);
    }
    return of_host;
  });
  for (LinkResults& of_host : found) results.merge(of_host);
  return results;
}

}  // namespace wegwijs
