#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace wegwijs {

/// What an entry throws when its input breaks a promise of a header.
class BrokenPromise : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws `BrokenPromise` unless `promise` is kept; `what` says what is.
inline void require(bool promise, const std::string& what) {
  if (!promise) throw BrokenPromise(what);
}

// One way into the program for bytes that nobody has looked at. Each takes any bytes, and throws `BrokenPromise` when
// what comes out breaks a promise of the headers. Used by libFuzzer (libfuzzer.cc) and by the replay of the corpus in
// the ordinary tests (tests/source/corpus_replay_test.cc).

void read_any_yaml(std::string_view bytes);
void read_any_front_matter(std::string_view bytes);
/// Markdown: the HTML holds no element, attribute or scheme beyond those of the Markdown writer.
void read_any_markdown(std::string_view bytes);
/// Templates: "pagina" before the line `next_part`, "deel" behind it. In a theme that is accepted, hostile data give
/// the tags and attributes that harmless data give.
void render_any_template(std::string_view bytes);
void read_any_settings(std::string_view bytes);
/// A schema before the line `next_part` and a record behind it; without that line a record of a schema with every type.
void read_any_record(std::string_view bytes);

/// A data file, and as the table of a description that fits its first line.
void read_any_csv(std::string_view bytes);

/// The header of a picture and what is taken out of it, and an SVG file; nothing is decoded.
void read_any_picture(std::string_view bytes);

/// Divides the input of an entry that needs two texts.
inline constexpr std::string_view next_part = "\n====\n";

struct FuzzEntry {
  std::string_view corpus;  ///< name of its folder in tests/fuzz/corpus/
  void (*run)(std::string_view bytes);
};

/// All of them.
std::span<const FuzzEntry> fuzz_entries();

}  // namespace wegwijs
