#pragma once

#include <concepts>
#include <map>
#include <memory>
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

/// The bytes of a made file. Copies share them, so that a site has what it kept of the one before at no cost.
class MadeFile {
 public:
  // What a file holds stands for the file, and the other way round.
  template <std::convertible_to<std::string_view> Bytes>
  MadeFile(const Bytes& bytes)  // NOLINT(google-explicit-constructor)
      : bytes_(std::make_shared<const std::string>(std::string_view(bytes))) {}
  operator const std::string&() const { return *bytes_; }  // NOLINT(google-explicit-constructor)
  const std::string& bytes() const { return *bytes_; }

  friend bool operator==(const MadeFile& left, const MadeFile& right) {
    return left.bytes_ == right.bytes_ || *left.bytes_ == *right.bytes_;
  }

 private:
  std::shared_ptr<const std::string> bytes_;
};

/// By path ("scholen/index.html").
using MadeFiles = std::map<std::string, MadeFile, std::less<>>;

/// Keeps the files in memory: for tests and for the preview server.
class MemorySink : public Sink {
 public:
  MemorySink() = default;
  /// `before`: the files of the site that is replaced; they outlive the sink.
  explicit MemorySink(const MadeFiles& before) : before_(&before) {}

  bool keep(const std::vector<std::string>& paths) override;
  void write(std::string_view path, std::string_view bytes) override;
  void commit() override { committed_ = true; }

  bool committed() const { return committed_; }
  const MadeFiles& files() const { return files_; }
  /// The files that were written since the last call.
  MadeFiles take_files() { return std::exchange(files_, {}); }

 private:
  void add(std::string_view path, const MadeFile& file);

  const MadeFiles* before_ = nullptr;
  std::mutex mutex_;
  MadeFiles files_;
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
