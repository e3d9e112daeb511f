#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wegwijs {

/// Number of a file in the `FileTree` that was read, in its order.
enum class FileId : std::uint32_t {};

/// For a diagnostic that concerns no file (a missing folder, a command line).
inline constexpr FileId no_file{0xFFFFFFFFU};

/// Byte offsets in one file; `end` is exclusive. An empty span means the file as a whole, or all that begins
/// there: a report names the place and shows no line. Line and column are computed only when a diagnostic is printed.
struct SourceSpan {
  FileId file = no_file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend bool operator==(const SourceSpan&, const SourceSpan&) = default;
};

enum class Severity : std::uint8_t { error, warning, note };

enum class Language : std::uint8_t { nl, en };

/// One sentence in both languages. "{0}" is replaced by the first argument, "{1}" for the second, and so on.
struct BilingualText {
  std::string_view nl;
  std::string_view en;

  std::string_view in(Language language) const { return language == Language::en ? en : nl; }
};

/// What can be wrong, in words. Rules are constants beside the check that reports them; an id never changes.
struct Rule {
  std::string_view id;
  Severity severity;
  BilingualText message;  ///< what is wrong, with the author's own words in quotes
  BilingualText help;     ///< what to do next; may be empty
};

/// What fills a "{0}": the author's own words, which are the same in both languages, or words of ours.
class Argument {
 public:
  // Implicit, so that a report reads as a list of words.
  Argument(std::string words) : nl_(std::move(words)) {}
  Argument(const char* words) : nl_(words) {}
  Argument(std::string nl, std::string en) : nl_(std::move(nl)), en_(std::move(en)) {}
  Argument(BilingualText text) : nl_(text.nl), en_(text.en) {}

  const std::string& in(Language language) const { return language == Language::en && !en_.empty() ? en_ : nl_; }

  bool is_same_in_both() const { return en_.empty(); }

  friend auto operator<=>(const Argument&, const Argument&) = default;

 private:
  std::string nl_;
  std::string en_;  ///< empty when it is the same
};

/// One finding: data, not text. The language and the form are chosen when it is printed (report.h).
struct Diagnostic {
  const Rule* rule;
  SourceSpan where;
  std::vector<Argument> arguments;     ///< fill "{0}", "{1}" … of message and help
  std::string suggestion;              ///< the word that was probably meant; empty when none is near
  Severity severity = rule->severity;  ///< less where the file is not published (`soften`)

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects findings. Not thread-safe: every task of `parallel_map` gets its own, and they are appended in input order.
class Diagnostics {
 public:
  void report(const Rule& rule, SourceSpan where, std::vector<Argument> arguments = {}, std::string suggestion = {});
  void add(Diagnostic one) { diagnostics_.push_back(std::move(one)); }
  void append(Diagnostics&& other);
  /// Turns errors into warnings: for findings in a file that is not published today, which must not block the rest.
  void soften();

  bool empty() const { return diagnostics_.empty(); }
  bool has_errors() const;
  std::size_t count(Severity severity) const;

  /// In the order in which they were reported.
  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  /// By file, offset and rule; exact duplicates removed.
  std::vector<Diagnostic> in_source_order() const;

 private:
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace wegwijs
