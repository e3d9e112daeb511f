#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.h"
#include "source/yaml_slips.h"

namespace wegwijs {

/// Reports what the form of one YAML text shows about what its author meant: what the library only gives up on, and
/// what it reads in another way than was meant. Places are bytes of the text.
class YamlMistakes {
 public:
  /// `bytes` begins at byte `offset` of `file`; an apostrophe that opens no quote is masked in it. It and `diagnostics`
  /// must outlive this.
  YamlMistakes(std::string_view bytes, FileId file, std::uint32_t offset, Diagnostics& diagnostics)
      : bytes_(bytes), file_(file), offset_(offset), diagnostics_(diagnostics) {}

  SourceSpan span(std::size_t begin, std::size_t end) const;

  /// Whether the line of `position` is an item of a list.
  bool begins_with_dash(std::size_t position) const;

  void report_slip(const YamlSlip& slip);

  /// That the form is wrong at `begin`, with the value of that line in quotes where they are the cure.
  void report_malformed(std::size_t begin, BilingualText reason);

  /// That the word which begins at `begin` is a part of YAML that is refused.
  void report_refused(std::size_t begin, BilingualText reason);

  /// What a plain text shows: curly quotes around it, a hard space before it, a '#' that hides what comes after it.
  void report_slips_of_plain(std::size_t begin, SourceSpan where, std::string_view value, bool is_key);

  /// `value` ends at `end` in the source; a '#' after it hides the rest of its line.
  void report_hidden_behind(std::size_t end, std::string_view value);

  /// The same where nothing comes before the '#': `titel: #samen`. `key_end` is where the key ends.
  void report_hidden_value(std::size_t key_end);

  /// `text` with its apostrophes.
  static std::string unmasked(std::string_view text);

 private:
  /// From `begin` to the end of its line, without spaces there.
  std::string_view rest_of_line(std::size_t begin) const;
  std::string_view unquoted_value_at(std::size_t position) const;
  void report_hidden_text(std::size_t begin, std::string_view value);
  std::size_t plain_end(std::size_t begin, std::string_view value) const;

  std::string_view bytes_;
  FileId file_;
  std::uint32_t offset_;
  Diagnostics& diagnostics_;
  bool hard_space_reported_ = false;
};

}  // namespace wegwijs
