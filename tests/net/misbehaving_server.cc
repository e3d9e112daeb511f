#include "net/misbehaving_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <system_error>

namespace wegwijs {
namespace {

constexpr int patience_ms = 20;

bool send_all(int connection, const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t count = ::send(connection, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

std::string answer_with(const std::string& status, const std::string& headers = "", const std::string& body = "ja") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n\r\n" + body;
}

std::string redirect_to(const std::string& status, const std::string& target) {
  return answer_with(status, "Location: " + target + "\r\n");
}

/// Closes so that the other side gets a reset instead of an end.
void reset(int connection) {
  const linger at_once{1, 0};
  ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace

MisbehavingServer::MisbehavingServer() {
  listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listening_, generic, size) != 0 || ::listen(listening_, 64) != 0 ||
      ::getsockname(listening_, generic, &size) != 0)
    throw std::system_error(errno, std::generic_category(), "test server");
  port_ = ntohs(address.sin_port);
  accepting_ = std::jthread([this] { accept_all(); });
}

MisbehavingServer::~MisbehavingServer() {
  stopping_ = true;
  accepting_.join();
  answers_.clear();  // joins
  ::close(listening_);
}

std::string MisbehavingServer::address(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<std::string> MisbehavingServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::string MisbehavingServer::last_head() const {
  const std::lock_guard lock(mutex_);
  return last_head_;
}

void MisbehavingServer::accept_all() {
  while (!stopping_) {
    pollfd waiting{listening_, POLLIN, 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) continue;
    const int connection = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    const std::lock_guard lock(mutex_);
    answers_.emplace_back([this, connection] {
      answer(connection);
      ::close(connection);
    });
  }
}

void MisbehavingServer::answer(int connection) {
  std::string head;
  char buffer[4096];
  while (head.find("\r\n\r\n") == std::string::npos && !stopping_) {
    pollfd waiting{connection, POLLIN, 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) continue;
    const ssize_t count = ::recv(connection, buffer, sizeof buffer, 0);
    if (count <= 0) return;
    head.append(buffer, static_cast<std::size_t>(count));
    constexpr char first_byte_of_tls = 0x16;
    if (head.front() == first_byte_of_tls) {
      send_all(connection, "HTTP/1.1 400 Bad Request\r\n\r\n");
      return;
    }
  }
  const std::string method = head.substr(0, head.find(' '));
  const std::size_t begin = method.size() + 1;
  if (begin >= head.size()) return;
  const std::string path = head.substr(begin, head.find(' ', begin) - begin);
  {
    const std::lock_guard lock(mutex_);
    requests_.push_back(method + " " + path);
    last_head_ = head;
  }
  misbehave(connection, method, path.substr(0, path.find('?')), head);
}

void MisbehavingServer::misbehave(int connection, const std::string& method, const std::string& path,
                                  const std::string& head) {
  const bool is_head = method == "HEAD";
  const auto say = [&](std::string bytes) {
    if (is_head) bytes.resize(bytes.find("\r\n\r\n") + 4);
    send_all(connection, bytes);
  };
  const auto drip = [&](const std::string& first, const std::string& drop) {
    if (!send_all(connection, first)) return;
    while (!stopping_ && send_all(connection, drop)) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  };
  if (path == "/goed") {
    const bool is_known = head.find("If-None-Match: \"v1\"") != std::string::npos;
    say(is_known ? "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n"
                 : answer_with("200 OK", "ETag: \"v1\"\r\n"));
  } else if (path == "/weg") {
    say(answer_with("404 Not Found"));
  } else if (path == "/voorgoed-weg") {
    say(answer_with("410 Gone"));
  } else if (path == "/geen-head") {
    say(answer_with(is_head ? "405 Method Not Allowed" : "200 OK"));
  } else if (path == "/head-liegt") {
    say(answer_with(is_head ? "404 Not Found" : "200 OK"));
  } else if (path == "/verboden") {
    say(answer_with("403 Forbidden"));
  } else if (path == "/verhuisd") {
    say(redirect_to("301 Moved Permanently", "/goed"));
  } else if (path == "/tijdelijk") {
    say(redirect_to("302 Found", "/goed"));
  } else if (path == "/lus") {
    say(redirect_to("302 Found", "/lus"));
  } else if (path.starts_with("/ketting-")) {
    const int left = std::stoi(path.substr(9));
    say(left == 0 ? answer_with("200 OK") : redirect_to("302 Found", "/ketting-" + std::to_string(left - 1)));
  } else if (path == "/naar-binnen") {
    say(redirect_to("302 Found", "http://127.0.0.1:" + std::to_string(port_ == 1 ? 2 : 1) + "/geheim"));
  } else if (path == "/naar-bestand") {
    say(redirect_to("302 Found", "file:///etc/passwd"));
  } else if (path == "/naar-naam") {
    say(redirect_to("302 Found", "http://naam:geheim@127.0.0.1:" + std::to_string(port_) + "/goed"));
  } else if (path == "/hang") {
    while (!stopping_) std::this_thread::sleep_for(std::chrono::milliseconds(patience_ms));
  } else if (path == "/drup-kop") {
    drip("HTTP/1.1 200 OK\r\nX-Drup: ", "x");
  } else if (path == "/drup-tekst") {
    drip("HTTP/1.1 200 OK\r\n\r\n", "x");
  } else if (path == "/eindeloos") {
    if (!send_all(connection, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")) return;
    const std::string block(16 * 1024, 'x');
    while (!is_head && !stopping_ && send_all(connection, block)) {
    }
  } else if (path == "/grote-kop") {
    say("HTTP/1.1 200 OK\r\nX-Groot: " + std::string(90 * 1024, 'x') + "\r\nContent-Length: 0\r\n\r\n");
  } else if (path == "/veel-koppen") {
    std::string headers;
    for (int line = 0; line < 20'000; ++line) headers += "X-Veel: ja\r\n";
    say(answer_with("200 OK", headers));
  } else if (path == "/te-kort") {
    say("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\nkort");
  } else if (path == "/geen-http") {
    send_all(connection, "dag\r\n");
  } else if (path == "/reset") {
    reset(connection);
  } else if (path == "/even-druk") {
    const std::vector<std::string> so_far = requests();
    const auto asked = std::count(so_far.begin(), so_far.end(), "GET " + path);
    say(asked < 2 ? answer_with("503 Service Unavailable", "Retry-After: 0\r\n") : answer_with("200 OK"));
  } else if (path == "/lang-druk") {
    say(answer_with("429 Too Many Requests", "Retry-After: 3600\r\n"));
  }
  // Any other path, "/niets": closed without an answer.
}

}  // namespace wegwijs
