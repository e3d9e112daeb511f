#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijs {

/// Adds `more` to `text`, after `separator` when there is something on both sides.
void append_separated(std::string& text, std::string_view separator, std::string_view more);

/// Words in order of their first use, each once; empty ones are left out.
class DistinctWords {
 public:
  void add(std::string word);
  std::string joined(std::string_view separator) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace wegwijs
