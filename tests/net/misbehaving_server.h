#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace wegwijs {

/// An HTTP server on loopback that behaves as its paths say, well and badly: `/goed`, `/weg`, `/hang`, `/eindeloos` …
/// (the table in misbehaving_server.cc). It ends, with all it was still doing, with this object.
class MisbehavingServer {
 public:
  MisbehavingServer();
  MisbehavingServer(const MisbehavingServer&) = delete;
  MisbehavingServer& operator=(const MisbehavingServer&) = delete;
  ~MisbehavingServer();

  std::uint16_t port() const { return port_; }
  std::string address(const std::string& path) const;
  /// "HEAD /goed", in the order in which they came.
  std::vector<std::string> requests() const;
  /// The head of the last request, with all its lines.
  std::string last_head() const;

 private:
  void accept_all();
  void answer(int connection);
  void misbehave(int connection, const std::string& method, const std::string& path, const std::string& head);

  int listening_ = -1;
  std::uint16_t port_ = 0;
  std::atomic<bool> stopping_{false};
  mutable std::mutex mutex_;  // guards all below
  std::vector<std::string> requests_;
  std::string last_head_;
  std::vector<std::jthread> answers_;
  std::jthread accepting_;
};

}  // namespace wegwijs
