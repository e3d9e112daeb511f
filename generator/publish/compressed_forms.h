#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "files/manifest.h"
#include "files/sink.h"

namespace wegwijs {

/// Whether a file of this name gets smaller: text, and not what is compressed already.
bool is_worth_compressing(std::string_view path);

/// Whether `path` is the compressed form of another file ("index.html.gz").
bool is_compressed_form(std::string_view path);

/// `bytes` as a brotli file, as small as brotli makes it; the same bytes every time.
std::string smallest_brotli(std::string_view bytes);

/// Gives all files on to `inner`, and beside those that get smaller their compressed forms (`.gz` and `.br`), for web
/// servers that send them as they are. The highest levels are slow, so the forms of a file that did not change since
/// the site in `previous` are taken from there. Compressed forms that are written to it, which a theme may hold, are
/// left out.
class CompressingSink : public Sink {
 public:
  CompressingSink(Sink& inner, std::filesystem::path previous);
  void write(std::string_view path, std::string_view bytes) override;
  void commit() override { inner_.commit(); }

 private:
  std::string form(const std::string& path, bool is_same, std::string_view bytes,
                   std::string (*compress)(std::string_view)) const;

  Sink& inner_;
  std::filesystem::path previous_;
  Manifest known_;
};

}  // namespace wegwijs
