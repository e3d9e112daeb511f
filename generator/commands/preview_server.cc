#include "commands/preview_server.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

#include "commands/preview_script.h"
#include "products/file_kinds.h"
#include "products/security_headers.h"
#include "text/html_escape.h"

namespace wegwijs {
namespace {

// A client that says nothing for so long loses its connection; a page that waits for a save is not counted as silent.
constexpr unsigned int idle_seconds = 10;
// As many as the system lets us have, with some left over for reading the site.
constexpr rlim_t most_connections = 4096;
constexpr rlim_t descriptors_for_the_site = 64;
constexpr std::string_view version_path = "/-/versie";
// In a file of its own, because the policy of the site allows no inline script.
constexpr std::string_view reload_script_path = "/-/herlaad.js";

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> media_types{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".ico", "image/x-icon"},
    {".xml", "application/xml"},
    {".woff2", "font/woff2"},
}};

std::string_view media_type_of(std::string_view path) {
  for (const auto& [extension, type] : media_types) {
    if (path.ends_with(extension)) return type;
  }
  if (const FileKind* kind = kind_of_file(path)) return kind->media_type;
  return "application/octet-stream";
}

/// How many connections the preview may hold; raises what the system lets this process open.
unsigned int connection_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return 64;
  const rlim_t wanted = std::min(limit.rlim_max, most_connections + descriptors_for_the_site);
  if (limit.rlim_cur < wanted) {
    rlimit raised{wanted, limit.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &raised) == 0) limit = raised;
  }
  // With few descriptors, half of them for the site.
  const rlim_t kept = std::min(descriptors_for_the_site, limit.rlim_cur / 2);
  return static_cast<unsigned int>(std::max<rlim_t>(std::min(limit.rlim_cur - kept, most_connections), 4));
}

struct PreviewAnswer {
  unsigned int status = MHD_HTTP_OK;
  std::string body;
  std::string_view media_type = "text/html; charset=utf-8";
  std::string location = {};  ///< of a redirect
};

/// What is known of a request while it comes in.
struct IncomingRequest {
  bool was_waiting = false;  ///< its headers were seen and it was answered once, by waiting
  bool is_too_large = false;
  std::string body;
};

std::string header_of(MHD_Connection* connection, const char* name) {
  const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value == nullptr ? std::string() : std::string(value);
}

MHD_Result note_argument(void* query, MHD_ValueKind, const char* name, const char* value) {
  (*static_cast<std::map<std::string, std::string, std::less<>>*>(query))[name] = value == nullptr ? "" : value;
  return MHD_YES;
}

EditRequest edit_request_of(MHD_Connection* connection, std::string_view path, std::string_view method,
                            IncomingRequest& incoming) {
  EditRequest request;
  request.method = method;
  request.path = path;
  MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, &note_argument, &request.query);
  request.host = header_of(connection, "Host");
  request.origin = header_of(connection, "Origin");
  request.fetch_site = header_of(connection, "Sec-Fetch-Site");
  request.key = header_of(connection, "X-Wegwijs-Sleutel");
  request.body = std::move(incoming.body);
  request.is_too_large = incoming.is_too_large;
  return request;
}

void forget_request(void*, MHD_Connection*, void** context, MHD_RequestTerminationCode) {
  delete static_cast<IncomingRequest*>(*context);
  *context = nullptr;
}

}  // namespace

struct PreviewServer::State {
  MHD_Daemon* daemon = nullptr;
  EditCall edits;      // empty: there is no editor
  std::string prefix;  // path below which the site is: "/portal", or empty
  // Pages that wait for a save hold a connection, and the library does not notice when their reader has left; above
  // this number the longest-waiting one is answered, so that abandoned ones never fill the limit.
  std::size_t waiting_limit = 0;
  std::mutex mutex;  // guards all below
  MadeFiles files;
  std::set<std::string> stayed;  // of `files`: those of the site before
  std::string mistakes;
  unsigned long version = 0;
  std::vector<MHD_Connection*> waiting;
  std::size_t painting = 0;  // pages that were notified and did not ask again
  std::condition_variable painted;

  static MHD_Result answer_request(void* self, MHD_Connection* connection, const char* url, const char* method,
                                   const char* http_version, const char* upload, size_t* upload_size, void** context);
  MHD_Result answer(MHD_Connection* connection, std::string_view url, std::string_view method, bool resumed);
  PreviewAnswer answer_for(std::string_view url);
  std::string with_reload(std::string_view html) const;
  void wake_waiting();
};

namespace {

/// The value of a header of the site, where the editor may show pages of the site in a frame.
std::string with_frames(std::string_view value) {
  std::string policy(value);
  constexpr std::string_view no_frame = "frame-ancestors 'none'";
  if (const std::size_t place = policy.find(no_frame); place != std::string::npos)
    policy.replace(place, no_frame.size(), "frame-ancestors 'self'; frame-src 'self'");
  return policy;
}

MHD_Result send(MHD_Connection* connection, const PreviewAnswer& answer, bool may_be_framed) {
  MHD_Response* response =
      MHD_create_response_from_buffer(answer.body.size(), const_cast<char*>(answer.body.data()), MHD_RESPMEM_MUST_COPY);
  const std::string type(answer.media_type);
  MHD_add_response_header(response, "Content-Type", type.c_str());
  MHD_add_response_header(response, "Cache-Control", "no-store");
  for (const ResponseHeader& header : security_headers()) {
    const std::string value = may_be_framed ? with_frames(header.value) : std::string(header.value);
    MHD_add_response_header(response, std::string(header.name).c_str(), value.c_str());
  }
  if (!answer.location.empty()) MHD_add_response_header(response, "Location", answer.location.c_str());
  if (answer.status == MHD_HTTP_METHOD_NOT_ALLOWED) MHD_add_response_header(response, "Allow", "GET, HEAD");
  const MHD_Result result = MHD_queue_response(connection, answer.status, response);
  MHD_destroy_response(response);
  return result;
}

unsigned long number_argument(MHD_Connection* connection, const char* name) {
  const char* text = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, name);
  unsigned long number = 0;
  if (text != nullptr) std::from_chars(text, text + std::strlen(text), number);
  return number;
}

}  // namespace

MHD_Result PreviewServer::State::answer_request(void* self, MHD_Connection* connection, const char* url,
                                                const char* method, const char*, const char* upload,
                                                size_t* upload_size, void** context) {
  // The library calls once when the headers are complete and again when the body is; a waiting page a third time.
  auto& state = *static_cast<State*>(self);
  if (*context == nullptr) {
    *context = new IncomingRequest;
    return MHD_YES;
  }
  auto& incoming = *static_cast<IncomingRequest*>(*context);
  if (*upload_size > 0) {
    // A body that nobody asks for is read and forgotten; its request is refused below.
    const bool is_wanted = state.edits && std::string_view(url).starts_with(edit_prefix);
    incoming.is_too_large = incoming.is_too_large || incoming.body.size() + *upload_size > edit_body_limit;
    if (incoming.is_too_large || !is_wanted) {
      incoming.body.clear();
    } else {
      incoming.body.append(upload, *upload_size);
    }
    *upload_size = 0;
    return MHD_YES;
  }
  if (state.edits && std::string_view(url).starts_with(edit_prefix)) {
    const std::string_view path = std::string_view(url).substr(edit_prefix.size());
    const EditAnswer edited = state.edits(edit_request_of(connection, path, method, incoming));
    return send(connection, {edited.status, edited.body, edited.media_type}, true);
  }
  return state.answer(connection, url, method, std::exchange(incoming.was_waiting, true));
}

MHD_Result PreviewServer::State::answer(MHD_Connection* connection, std::string_view url, std::string_view method,
                                        bool resumed) {
  const char* host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host");
  if (host == nullptr || !is_local_host(host)) {
    return send(connection, {MHD_HTTP_FORBIDDEN, "Alleen via localhost.\n", "text/plain; charset=utf-8"}, false);
  }
  if (method != "GET" && method != "HEAD") {
    return send(connection, {MHD_HTTP_METHOD_NOT_ALLOWED, "Alleen GET en HEAD.\n", "text/plain; charset=utf-8"}, false);
  }
  if (url == reload_script_path)
    return send(connection, {MHD_HTTP_OK, std::string(preview_script()), "text/javascript; charset=utf-8"}, false);
  const std::lock_guard lock(mutex);
  if (url == version_path) {
    if (!resumed && number_argument(connection, "na") >= version) {
      if (waiting.size() >= waiting_limit) {
        MHD_resume_connection(waiting.front());
        waiting.erase(waiting.begin());
      }
      MHD_suspend_connection(connection);
      waiting.push_back(connection);
      if (painting > 0 && --painting == 0) painted.notify_all();
      return MHD_YES;
    }
    const char* page = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, "pagina");
    if (page != nullptr) return send(connection, answer_for(page), static_cast<bool>(edits));
    return send(connection, {MHD_HTTP_OK, std::to_string(version), "text/plain; charset=utf-8"}, false);
  }
  return send(connection, answer_for(url), static_cast<bool>(edits));
}

PreviewAnswer PreviewServer::State::answer_for(std::string_view url) {
  if (!prefix.empty() && (url == "/" || url == prefix)) {
    return {MHD_HTTP_FOUND, "", "text/plain; charset=utf-8", prefix + "/"};
  }
  const bool is_below = url.starts_with(prefix + "/");
  if (is_below) url.remove_prefix(prefix.size());
  std::string path(is_below ? url.substr(1) : std::string_view("404.html"));
  if (path.empty() || path.ends_with('/')) path += "index.html";
  const auto found = files.find(path);
  if (is_below && found != files.end()) {
    const std::string_view type = media_type_of(path);
    return {MHD_HTTP_OK, path.ends_with(".html") ? with_reload(found->second.bytes()) : found->second.bytes(), type};
  }
  const auto not_found = files.find("404.html");
  const std::string_view page =
      not_found == files.end()
          ? std::string_view("<!doctype html><title>404</title><p>Deze pagina is er niet.</p></body>")
          : std::string_view(not_found->second.bytes());
  return {MHD_HTTP_NOT_FOUND, with_reload(page), "text/html; charset=utf-8"};
}

std::string PreviewServer::State::with_reload(std::string_view html) const {
  std::string page(html);
  const std::size_t end = std::min(page.rfind("</body>"), page.size());
  std::string added = "<script src=\"" + std::string(reload_script_path) + "\" data-versie=\"" +
                      std::to_string(version) + "\"></script>";
  page.insert(end, added);
  if (!mistakes.empty()) {
    const std::size_t body = page.find("<body");
    const std::size_t inside = body == std::string::npos ? 0 : page.find('>', body) + 1;
    page.insert(
        inside,
        "<section role=\"alert\" aria-label=\"Fouten\"><h2>Er zijn fouten; u ziet de laatste goede versie</h2><pre>" +
            html_escaped(mistakes) + "</pre></section>");
  }
  return page;
}

void PreviewServer::State::wake_waiting() {
  ++version;
  painting = waiting.size();
  for (MHD_Connection* connection : std::exchange(waiting, {})) MHD_resume_connection(connection);
}

PreviewServer::PreviewServer(std::uint16_t port, std::string prefix, EditCall edits)
    : state_(std::make_unique<State>()) {
  const unsigned int connections = connection_limit();
  state_->edits = std::move(edits);
  state_->prefix = std::move(prefix);
  state_->waiting_limit = connections / 2;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  errno = 0;
  state_->daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, port,
                                    nullptr, nullptr, &State::answer_request, state_.get(), MHD_OPTION_SOCK_ADDR,
                                    &address, MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds, MHD_OPTION_CONNECTION_LIMIT,
                                    connections, MHD_OPTION_NOTIFY_COMPLETED, &forget_request, nullptr, MHD_OPTION_END);
  if (state_->daemon == nullptr) {
    throw std::system_error(errno, std::generic_category(), "poort " + std::to_string(port) + " op 127.0.0.1");
  }
}

PreviewServer::~PreviewServer() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->wake_waiting();
  }
  MHD_stop_daemon(state_->daemon);
}

void PreviewServer::show(MadeFiles files, std::string_view late_folder) {
  const std::lock_guard lock(state_->mutex);
  for (const auto& [path, file] : state_->files) {
    if (path.starts_with(late_folder) && files.try_emplace(path, file).second) state_->stayed.insert(path);
  }
  state_->files = std::move(files);
  state_->mistakes.clear();
  state_->wake_waiting();
}

void PreviewServer::wait_until_painted(std::chrono::milliseconds longest) {
  std::unique_lock lock(state_->mutex);
  state_->painted.wait_for(lock, longest, [&] { return state_->painting == 0; });
}

void PreviewServer::complete(MadeFiles late_files) {
  const std::lock_guard lock(state_->mutex);
  for (const std::string& path : state_->stayed) state_->files.erase(path);
  state_->stayed.clear();
  state_->files.merge(late_files);
}

const MadeFiles& PreviewServer::files() const {
  return state_->files;
}

void PreviewServer::show_mistakes(std::string report) {
  const std::lock_guard lock(state_->mutex);
  state_->mistakes = std::move(report);
  state_->wake_waiting();
}

}  // namespace wegwijs
