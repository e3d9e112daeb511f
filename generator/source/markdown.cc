#include "source/markdown.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "source/markdown_comments.h"
#include "source/markdown_guard.h"
#include "source/markdown_html_writer.h"
#include "source/markdown_languages.h"
#include "source/markdown_oversights.h"
#include "source/markdown_rules.h"
#include "source/markdown_tree.h"
#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::string_view comment_opening = "<!--";

/// A text of nothing but comments needs no report of all of them.
constexpr std::size_t reported_comments_limit = 100;

void report_comments(std::string_view text, const MarkdownComments& comments, FileId file, std::uint32_t offset,
                     Diagnostics& diagnostics) {
  constexpr std::size_t quoted = 60;
  const std::size_t reported = std::min(comments.found.size(), reported_comments_limit);
  for (std::size_t index = 0; index < reported; ++index) {
    const MarkdownComment& comment = comments.found[index];
    std::string_view words = text.substr(comment.begin, comment.end - comment.begin);
    words = words.substr(0, words.find_first_of("\r\n"));
    const SourceSpan where{file, static_cast<std::uint32_t>(offset + comment.begin),
                           static_cast<std::uint32_t>(offset + comment.begin + words.size())};
    const bool is_whole = comment.is_closed && !comment.has_comment_in_it;
    diagnostics.report(is_whole ? comment_left_out : open_comment, where,
                       {std::string(first_code_points(words, quoted))});
  }
}

std::size_t openings_in(std::string_view text) {
  std::size_t number = 0;
  for (std::size_t place = text.find(comment_opening); place != std::string_view::npos;
       place = text.find(comment_opening, place + 1)) {
    ++number;
  }
  return number;
}

/// A text as the parser gets it, and as the author's words are looked for in it.
struct PreparedText {
  std::string parsed;
  std::string searched;  ///< of the same size as the author's text
  MarkdownTree document;
};

/// Leaves the comments out. What a comment is depends on what code is, which only the parser knows: where it disagrees,
/// no `<!--` is taken for code any more, so that no note is ever published.
std::optional<PreparedText> prepare(std::string_view text, FileId file, std::uint32_t offset,
                                    Diagnostics& diagnostics) {
  for (const CommentsInCode in_code : {CommentsInCode::are_code, CommentsInCode::are_comments}) {
    const MarkdownComments comments = find_markdown_comments(text, in_code);
    PreparedText prepared{without_comments(text, comments), with_blank_comments(text, comments), nullptr};
    // What a comment kept apart may be too much together.
    Diagnostics joined;
    if (!check_markdown_limits(prepared.parsed, file, offset, joined)) {
      for (const Diagnostic& one : joined.in_source_order()) {
        const auto line = static_cast<std::size_t>(
            std::count(prepared.parsed.begin(),
                       prepared.parsed.begin() + static_cast<std::ptrdiff_t>(one.where.begin - offset), '\n'));
        std::size_t begin = 0;
        for (std::size_t number = 0; number < line; ++number) begin = text.find('\n', begin) + 1;
        const auto place = static_cast<std::uint32_t>(offset + begin);
        diagnostics.report(*one.rule, {file, place, place}, one.arguments);
      }
      return std::nullopt;
    }
    prepared.document = parse_markdown(prepared.parsed);
    const bool is_certain = in_code == CommentsInCode::are_comments ||
                            openings_in(code_of(prepared.document.get())) == comments.openings_in_code;
    if (!is_certain) continue;
    report_comments(text, comments, file, offset, diagnostics);
    return prepared;
  }
  return std::nullopt;
}

MarkdownText written(PreparedText prepared, FileId file, std::uint32_t offset, Diagnostics& diagnostics,
                     TermUses* terms, const LinkTargets* targets) {
  cmark_node* document = prepared.document.get();
  MarkdownMistakes mistakes(prepared.searched, file, offset, diagnostics);
  if (prepared.parsed.find(language_mark) != std::string::npos) mark_languages(document);
  report_oversights(document, prepared.parsed, mistakes);
  MarkdownText result = MarkdownHtmlWriter(prepared.parsed, file, mistakes, terms, targets).write(document);
  result.plain_text = text_beside_headings(document);
  return result;
}

}  // namespace

MarkdownText read_markdown(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics,
                           TermUses* terms, const LinkTargets* targets) {
  if (!check_markdown_limits(text, file, offset, diagnostics)) return {};
  if (text.find(comment_opening) == std::string_view::npos) {
    PreparedText prepared{std::string(text), std::string(text), parse_markdown(text)};
    return written(std::move(prepared), file, offset, diagnostics, terms, targets);
  }
  std::optional<PreparedText> prepared = prepare(text, file, offset, diagnostics);
  if (!prepared) return {};
  return written(std::move(*prepared), file, offset, diagnostics, terms, targets);
}

}  // namespace wegwijs
