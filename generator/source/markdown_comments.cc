#include "source/markdown_comments.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::string_view opening = "<!--";
constexpr std::string_view closing = "-->";

bool is_line_end(char character) {
  return character == '\n' || character == '\r';
}

/// The beginning of a line: quotes, list markers and white space.
struct LineStart {
  std::size_t size = 0;     ///< bytes before the text
  std::size_t columns = 0;  ///< the same in columns
  std::size_t spaces = 0;   ///< columns of white space since the last marker
  bool has_marker = false;
  bool has_quote = false;
};

std::size_t list_marker_size(std::string_view rest) {
  std::size_t size = 0;
  while (size < rest.size() && size < 9 && is_digit(rest[size])) ++size;
  const std::string_view signs = size == 0 ? "-+*" : ".)";
  if (size == rest.size() || signs.find(rest[size]) == npos) return 0;
  ++size;
  return size == rest.size() || rest[size] == ' ' || rest[size] == '\t' ? size : 0;
}

LineStart start_of(std::string_view line) {
  LineStart start;
  while (start.size < line.size()) {
    const char character = line[start.size];
    std::size_t marker = 0;
    if (character == ' ' || character == '\t') {
      const std::size_t width = character == '\t' ? 4 - start.columns % 4 : 1;
      start.columns += width;
      start.spaces += width;
      ++start.size;
      continue;
    }
    if (start.spaces >= 4) break;
    if (character == '>') marker = 1;
    if (marker == 0) marker = list_marker_size(line.substr(start.size));
    if (marker == 0) break;
    start.has_marker = start.has_marker || character != '>';
    start.has_quote = start.has_quote || character == '>';
    start.size += marker;
    start.columns += marker;
    start.spaces = 0;
  }
  return start;
}

class CommentScan {
 public:
  CommentScan(std::string_view text, CommentsInCode in_code) : text_(text), in_code_(in_code) {}

  MarkdownComments find() {
    while (at_ < text_.size()) {
      if (in_code_ == CommentsInCode::are_code) {
        scan_line();
      } else {
        scan_words(text_.size());
      }
    }
    return std::move(result_);
  }

 private:
  std::size_t line_end(std::size_t begin) const { return std::min(text_.find_first_of("\r\n", begin), text_.size()); }
  std::size_t next_line(std::size_t end) const {
    return std::min(end + (text_.substr(end, 2) == "\r\n" ? 2 : 1), text_.size());
  }

  void scan_line() {
    const std::size_t end = line_end(at_);
    const std::string_view line = text_.substr(at_, end - at_);
    const LineStart start = start_of(line);
    const std::string_view rest = line.substr(start.size);
    if (rest.empty()) {
      after_blank_ = true;
      at_ = next_line(end);
      return;
    }
    if (fence_ > 0 && !leaves_container(start)) {
      if (closes_fence(rest)) fence_ = 0;
      skip_code_line(line, end);
      return;
    }
    fence_ = 0;
    if (opens_fence(rest, start)) {
      skip_code_line(line, end);
      return;
    }
    if (start.spaces >= 4 && !start.has_marker && !in_list_ && (after_blank_ || in_indented_code_)) {
      in_indented_code_ = true;
      skip_code_line(line, end);
      return;
    }
    in_indented_code_ = false;
    if (start.has_marker) in_list_ = true;
    if (!start.has_marker && start.columns == 0 && after_blank_) in_list_ = false;
    // A heading ends at its line, and code may follow it.
    after_blank_ = rest.front() == '#';
    at_ += start.size;
    paragraph_end_ = 0;
    scan_words(end);
    at_ = at_ >= text_.size() ? at_ : next_line(line_end(at_));
  }

  bool leaves_container(const LineStart& start) const {
    return (fence_in_quote_ && !start.has_quote) || (!fence_in_quote_ && start.columns < fence_column_);
  }

  bool closes_fence(std::string_view rest) const {
    if (rest.front() != fence_sign_) return false;
    const std::size_t length = run_length(rest, 0);
    return length >= fence_ && rest.find_first_not_of(" \t", length) == npos;
  }

  bool opens_fence(std::string_view rest, const LineStart& start) {
    if ((rest.front() != '`' && rest.front() != '~') || start.spaces >= 4) return false;
    const std::size_t length = run_length(rest, 0);
    if (length < 3 || (rest.front() == '`' && rest.find('`', length) != npos)) return false;
    fence_ = length;
    fence_sign_ = rest.front();
    fence_in_quote_ = start.has_quote;
    // Up to three spaces before a fence are no container.
    fence_column_ = start.has_marker || in_list_ ? start.columns : 0;
    return true;
  }

  void skip_code_line(std::string_view line, std::size_t end) {
    for (std::size_t place = line.find(opening); place != npos; place = line.find(opening, place + 1)) {
      ++result_.openings_in_code;
    }
    at_ = next_line(end);
  }

  /// Goes over the words up to `end`, or further where a comment or code in a sentence does.
  void scan_words(std::size_t end) {
    while (at_ < end) {
      at_ = std::min(text_.find_first_of("\\`<", at_), end);
      if (at_ >= end) return;
      if (text_[at_] == '\\') {
        at_ += at_ + 1 < end ? 2 : 1;
      } else if (text_[at_] == '`' && in_code_ == CommentsInCode::are_code) {
        skip_code_in_sentence();
        if (at_ > end) end = line_end(at_);
      } else if (text_.substr(at_).starts_with(opening)) {
        take_comment();
        if (at_ > end) end = line_end(at_);
      } else {
        ++at_;
      }
    }
  }

  void take_comment() {
    // "<!-->" and "<!--->" are comments too.
    const std::size_t close = text_.find(closing, at_ + 2);
    MarkdownComment comment{at_, close == npos ? text_.size() : close + closing.size(), close != npos, false};
    comment.has_comment_in_it = text_.substr(0, comment.end).find(opening, at_ + 1) != npos;
    result_.found.push_back(comment);
    at_ = comment.end;
    paragraph_end_ = 0;
  }

  void skip_code_in_sentence() {
    const std::size_t length = run_length(text_, at_);
    const std::size_t content = at_ + length;
    find_paragraph_end();
    const auto unclosed = unclosed_.find(length);
    std::size_t close =
        unclosed != unclosed_.end() && unclosed->second == paragraph_end_ ? npos : text_.find('`', content);
    while (close < paragraph_end_ && run_length(text_, close) != length) {
      close = text_.find('`', close + run_length(text_, close));
    }
    if (close >= paragraph_end_) {
      unclosed_[length] = paragraph_end_;
      at_ = content;
      return;
    }
    const std::string_view code = text_.substr(0, close);
    for (std::size_t place = code.find(opening, content); place != npos; place = code.find(opening, place + 1)) {
      ++result_.openings_in_code;
    }
    at_ = close + length;
  }

  /// Up to the next blank line.
  void find_paragraph_end() {
    if (paragraph_end_ > at_) return;
    std::size_t end = line_end(at_);
    while (end < text_.size()) {
      const std::size_t next = next_line(end);
      const std::size_t following = line_end(next);
      if (text_.substr(next, following - next).find_first_not_of(" \t>") == npos) break;
      end = following;
    }
    paragraph_end_ = end;
  }

  std::string_view text_;
  CommentsInCode in_code_;
  MarkdownComments result_;
  std::size_t at_ = 0;
  std::size_t fence_ = 0;  // its length; 0: none is open
  char fence_sign_ = '`';
  bool fence_in_quote_ = false;
  std::size_t fence_column_ = 0;
  bool after_blank_ = true;
  bool in_list_ = false;
  bool in_indented_code_ = false;
  std::size_t paragraph_end_ = 0;
  std::unordered_map<std::size_t, std::size_t> unclosed_;  // by length: up to where no such run of ` follows
};

void drop_spaces_at_end(std::string& text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.pop_back();
}

}  // namespace

MarkdownComments find_markdown_comments(std::string_view text, CommentsInCode in_code) {
  return CommentScan(text, in_code).find();
}

std::string without_comments(std::string_view text, const MarkdownComments& comments) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  for (const MarkdownComment& comment : comments.found) {
    result += text.substr(at, comment.begin - at);
    const std::string_view content = text.substr(comment.begin, comment.end - comment.begin);
    if (content.find_first_of("\r\n") != npos) drop_spaces_at_end(result);
    std::copy_if(content.begin(), content.end(), std::back_inserter(result), is_line_end);
    at = comment.end;
    const std::size_t next = std::min(text.find_first_not_of(" \t", at), text.size());
    const std::size_t last = result.find_last_not_of(" \t");
    const bool begins_line = last == std::string::npos || is_line_end(result[last]);
    if (next == text.size() || is_line_end(text[next])) {
      drop_spaces_at_end(result);
      at = next;
    } else if (begins_line) {
      at = next;
    }
  }
  result += text.substr(at);
  return result;
}

std::string with_blank_comments(std::string_view text, const MarkdownComments& comments) {
  std::string result(text);
  for (const MarkdownComment& comment : comments.found) {
    std::replace_if(
        result.begin() + static_cast<std::ptrdiff_t>(comment.begin),
        result.begin() + static_cast<std::ptrdiff_t>(comment.end),
        [](char character) { return !is_line_end(character); }, ' ');
  }
  return result;
}

}  // namespace wegwijs
