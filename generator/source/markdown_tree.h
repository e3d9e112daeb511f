#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct cmark_mem;
struct cmark_node;

namespace wegwijs {

struct MarkdownTreeDeleter {
  void operator()(cmark_node* document) const;
};

/// A parsed Markdown text in the form of cmark-gfm; owns its nodes.
using MarkdownTree = std::unique_ptr<cmark_node, MarkdownTreeDeleter>;

/// The memory that the parser works in: before every block there are sixteen zero bytes that may be read. The packaged
/// library reads one byte before a text that begins with an address such as ":a@b.nl" (CVE-2023-22485); so it reads a
/// zero, which is no letter, and not what lies before the block.
cmark_mem* preceded_memory();

/// Parses GitHub-flavoured Markdown (tables, strikethrough, autolinks, task lists, footnotes). The text must be within
/// the limits of markdown_guard.h: the parser's time is quadratic for some that are not.
///
/// May be called from any thread; one text is parsed at a time.
MarkdownTree parse_markdown(std::string_view text);

/// Calls `visit` for `root` and all nodes beneath it in the order of the text: `entering` before the children of a
/// node and again, with false, after them; a leaf is only entered. Ends when `visit` returns false. Not recursive:
/// the parser accepts a nesting that would exhaust the stack.
void walk(cmark_node* root, const std::function<bool(cmark_node* node, bool entering)>& visit);

/// The words of `node` without their markup; a line break is a space.
std::string plain_text_of(cmark_node* node);

/// The words of a whole text without their markup and without its headings; blocks are divided by line ends.
std::string text_beside_headings(cmark_node* document);

/// All that is code in a text, one piece after the other with line ends between them.
std::string code_of(cmark_node* document);

/// Texts of cmark-gfm may be null.
std::string_view or_empty(const char* text);

}  // namespace wegwijs
