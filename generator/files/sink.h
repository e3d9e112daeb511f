#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace wegwijs {

/// Whether `path` may be given to a sink: relative, parts joined by single '/', none of them "." or "..", no control
/// characters.
bool is_output_path(std::string_view path);

/// Where the made files go. `write` may be called from several threads at once; `commit` once, after the last write, by
/// one thread. Destroyed without `commit` = nothing happened.
class Sink {
 public:
  virtual ~Sink() = default;
  /// `path` is an output path (`is_output_path`) and given once per sink: else std::invalid_argument, since it is our
  /// own mistake. Throws std::system_error, naming the path, when the outside world fails.
  virtual void write(std::string_view path, std::string_view bytes) = 0;
  virtual void commit() = 0;
};

/// Keeps the files in memory: for tests and for the preview server.
class MemorySink : public Sink {
 public:
  void write(std::string_view path, std::string_view bytes) override;
  void commit() override { committed_ = true; }

  bool committed() const { return committed_; }
  const std::map<std::string, std::string, std::less<>>& files() const { return files_; }
  std::map<std::string, std::string, std::less<>> take_files() { return std::move(files_); }

 private:
  std::mutex mutex_;
  std::map<std::string, std::string, std::less<>> files_;
  bool committed_ = false;
};

/// Forgets everything: for `check`.
class DiscardingSink : public Sink {
 public:
  void write(std::string_view, std::string_view) override {}
  void commit() override {}
};

}  // namespace wegwijs
