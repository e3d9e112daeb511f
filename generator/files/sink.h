#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

  /// Publishes the files at `paths` as the site that is replaced has them, without their bytes: all of them, or none,
  /// and then false. May be called where `write` may; each path is given once in all.
  virtual bool keep(const std::vector<std::string>& /*paths*/) { return false; }

  /// Called once, by one thread, when all but the index of the search is there and nothing stops the publication: who
  /// shows the site to one person need not wait for the index.
  virtual void pages_are_ready() {}
};

/// Keeps the files in memory: for tests and for the preview server.
class MemorySink : public Sink {
 public:
  using Files = std::map<std::string, std::string, std::less<>>;

  MemorySink() = default;
  /// `before`: the files of the site that is replaced; they outlive the sink.
  explicit MemorySink(const Files& before) : before_(&before) {}

  bool keep(const std::vector<std::string>& paths) override;
  void write(std::string_view path, std::string_view bytes) override;
  void commit() override { committed_ = true; }

  bool committed() const { return committed_; }
  const Files& files() const { return files_; }
  /// The files that were written since the last call.
  Files take_files() { return std::exchange(files_, {}); }

 private:
  const Files* before_ = nullptr;
  std::mutex mutex_;
  Files files_;
  bool committed_ = false;
};

/// Forgets everything: for `check`.
class DiscardingSink : public Sink {
 public:
  bool keep(const std::vector<std::string>&) override { return true; }
  void write(std::string_view, std::string_view) override {}
  void commit() override {}
};

}  // namespace wegwijs
