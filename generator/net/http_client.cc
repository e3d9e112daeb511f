#include "net/http_client.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "net/local_address.h"
#include "text/trimmed.h"

namespace wegwijs {
namespace {

constexpr const char* user_agent = "Wegwijs-broncontrole/1";
// A server that sends less than this for `slow_seconds` is given up.
constexpr long slowest_bytes_per_second = 16;
constexpr long slow_seconds = 5;

struct HandleDeleter {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, HandleDeleter>;

struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListDeleter>;

/// What the callbacks of one transfer share.
struct Transfer {
  const HttpLimits& limits;
  HttpAnswer& answer;
  std::size_t header_bytes = 0;
  std::size_t body_bytes = 0;
  bool was_local = false;
  bool headers_too_large = false;
  bool body_cut_off = false;
};

bool equals_ignoring_case(std::string_view left, std::string_view right) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](char one, char other) { return lower(one) == lower(other); });
}

/// Values of headers are kept only when they are short and printable: they are written to a file and sent back.
std::string kept(std::string_view value) {
  constexpr std::size_t longest = 256;
  const bool is_printable = std::all_of(value.begin(), value.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  return value.size() <= longest && is_printable ? std::string(value) : std::string();
}

void note_header(std::string_view line, HttpAnswer& answer) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (equals_ignoring_case(name, "etag")) answer.etag = kept(value);
  if (equals_ignoring_case(name, "last-modified")) answer.last_modified = kept(value);
  if (!equals_ignoring_case(name, "retry-after")) return;
  unsigned int seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  if (error == std::errc() && end == value.data() + value.size()) answer.retry_after = std::chrono::seconds(seconds);
}

// The library wants these forms; a count other than that of the bytes ends the transfer.
std::size_t read_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.header_bytes += size * count;
  transfer.headers_too_large = transfer.header_bytes > transfer.limits.headers;
  if (transfer.headers_too_large) return 0;
  note_header({bytes, size * count}, transfer.answer);
  return size * count;
}

std::size_t read_body(char*, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.body_bytes += size * count;
  transfer.body_cut_off = transfer.body_bytes > transfer.limits.body;
  return transfer.body_cut_off ? 0 : size * count;
}

curl_socket_t open_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (is_local_address(address->addr) && port_of(address->addr) != transfer.limits.allowed_local_port) {
    transfer.was_local = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// http or https, and no name or password in front of the host.
bool may_be_asked(const std::string& address) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
  if (!url || curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) != CURLUE_OK) return false;
  const auto has = [&](CURLUPart part) {
    char* text = nullptr;
    const bool found = curl_url_get(url.get(), part, &text, 0) == CURLUE_OK;
    curl_free(text);
    return found;
  };
  const bool is_web = address.starts_with("http://") || address.starts_with("https://");
  return is_web && !has(CURLUPART_USER) && !has(CURLUPART_PASSWORD);
}

HeaderList condition_headers(const HttpCondition& condition) {
  HeaderList list;
  const auto add = [&](const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
  };
  if (!condition.etag.empty()) add("If-None-Match: " + condition.etag);
  if (!condition.last_modified.empty()) add("If-Modified-Since: " + condition.last_modified);
  return list;
}

void set_up(CURL* handle, HttpMethod method, const std::string& address, std::chrono::milliseconds left,
            Transfer& transfer) {
  const auto set = [&](CURLoption option, auto value) {
    if (curl_easy_setopt(handle, option, value) != CURLE_OK) throw std::runtime_error("libcurl refuses an option");
  };
  set(CURLOPT_URL, address.c_str());
  set(CURLOPT_NOBODY, method == HttpMethod::head ? 1L : 0L);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_USERAGENT, user_agent);
  set(CURLOPT_PROXY, "");
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_HTTP09_ALLOWED, 0L);
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_FORBID_REUSE, 1L);
  const auto connect = std::min(transfer.limits.connect, left);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
  set(CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_per_second);
  set(CURLOPT_LOW_SPEED_TIME, slow_seconds);
  set(CURLOPT_HEADERFUNCTION, &read_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(&transfer));
  set(CURLOPT_WRITEFUNCTION, &read_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(&transfer));
  set(CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&transfer));
}

HttpFailure failure_of(CURLcode code, const Transfer& transfer) {
  if (code == CURLE_OK) return HttpFailure::none;
  if (transfer.was_local) return HttpFailure::local_address;
  if (transfer.headers_too_large) return HttpFailure::broken;
  // The status was in the headers; the rest of a long document is of no interest.
  if (transfer.body_cut_off) return HttpFailure::none;
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
      return HttpFailure::timeout;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CACERT_BADFILE:
      return HttpFailure::insecure;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
      return HttpFailure::unreachable;
    case CURLE_URL_MALFORMAT:
      return HttpFailure::bad_address;
    default:
      return HttpFailure::broken;
  }
}

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// One request without its redirects. Returns where it redirects to; empty when it does not.
std::string ask_once(HttpMethod method, const HttpCondition& condition, const HttpLimits& limits,
                     std::chrono::milliseconds left, HttpAnswer& answer) {
  const Handle handle(curl_easy_init());
  if (!handle) throw std::bad_alloc();
  answer.etag.clear();
  answer.last_modified.clear();
  answer.retry_after.reset();
  Transfer transfer{limits, answer};
  set_up(handle.get(), method, answer.final_address, left, transfer);
  const HeaderList headers = condition_headers(condition);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  answer.failure = failure_of(curl_easy_perform(handle.get()), transfer);
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  const char* target = nullptr;
  curl_easy_getinfo(handle.get(), CURLINFO_REDIRECT_URL, &target);
  const bool redirects = answer.failure == HttpFailure::none && is_redirect(answer.status) && target != nullptr;
  return redirects ? target : "";
}

/// Global set-up of the library, once, before the first thread needs it.
void prepare_library() {
  static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (prepared != CURLE_OK) throw std::runtime_error("libcurl cannot be prepared");
}

}  // namespace

HttpAnswer ask(HttpMethod method, const std::string& address, const HttpCondition& condition,
               const HttpLimits& limits) {
  prepare_library();
  const auto deadline = std::chrono::steady_clock::now() + limits.total;
  HttpAnswer answer;
  answer.final_address = address;
  bool all_permanent = true;
  for (int redirects = 0;; ++redirects) {
    if (!may_be_asked(answer.final_address)) {
      answer.failure = HttpFailure::bad_address;
      return answer;
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      answer.failure = HttpFailure::timeout;
      return answer;
    }
    const std::string target = ask_once(method, condition, limits, left, answer);
    if (target.empty()) {
      answer.moved_for_good = redirects > 0 && all_permanent;
      return answer;
    }
    if (redirects == limits.redirects) {
      answer.failure = HttpFailure::too_many_redirects;
      return answer;
    }
    all_permanent = all_permanent && (answer.status == 301 || answer.status == 308);
    answer.final_address = target;
  }
}

}  // namespace wegwijs
