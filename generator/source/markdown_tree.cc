#include "source/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>

#include "source/footnote_labels.h"

namespace wegwijs {
namespace {

constexpr std::array extension_names{"table", "strikethrough", "autolink", "tasklist"};

/// How much can be read before each block that the parser gets; a multiple of what malloc aligns to.
constexpr std::size_t bytes_before = alignof(std::max_align_t);

void* block_in(void* memory) {
  // As the parser's own allocator does: it has no way to say that there is no memory.
  if (memory == nullptr) std::abort();
  return static_cast<char*>(memory) + bytes_before;
}

void* memory_of(void* block) {
  return block == nullptr ? nullptr : static_cast<char*>(block) - bytes_before;
}

void* allocate(std::size_t number, std::size_t size) {
  if (size != 0 && number > (SIZE_MAX - bytes_before) / size) std::abort();
  return block_in(std::calloc(1, number * size + bytes_before));
}

void* reallocate(void* block, std::size_t size) {
  if (block == nullptr) return allocate(1, size);
  if (size > SIZE_MAX - bytes_before) std::abort();
  return block_in(std::realloc(memory_of(block), size + bytes_before));
}

void release(void* block) {
  std::free(memory_of(block));
}

struct ParserDeleter {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

void append_words_of(cmark_node* leaf, std::string& text) {
  const cmark_node_type type = cmark_node_get_type(leaf);
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += or_empty(cmark_node_get_literal(leaf));
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
}

}  // namespace

cmark_mem* preceded_memory() {
  static cmark_mem memory{allocate, reallocate, release};
  return &memory;
}

void MarkdownTreeDeleter::operator()(cmark_node* document) const {
  cmark_node_free(document);
}

MarkdownTree parse_markdown(std::string_view text) {
  // Parsed one at a time: cmark-gfm's extensions change a table shared by all threads (github/cmark-gfm#176).
  static std::mutex parser_mutex;
  const std::lock_guard one_parser_at_a_time(parser_mutex);
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  const std::unique_ptr<cmark_parser, ParserDeleter> parser(cmark_parser_new_with_mem(
      may_define_footnotes(text) ? CMARK_OPT_FOOTNOTES : CMARK_OPT_DEFAULT, preceded_memory()));
  for (const char* name : extension_names) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return MarkdownTree(cmark_parser_finish(parser.get()));
}

void walk(cmark_node* root, const std::function<bool(cmark_node* node, bool entering)>& visit) {
  const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(root), cmark_iter_free);
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    if (!visit(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER)) return;
  }
}

std::string plain_text_of(cmark_node* node) {
  std::string text;
  walk(node, [&](cmark_node* part, bool entering) {
    if (entering) append_words_of(part, text);
    return true;
  });
  return text;
}

std::string text_beside_headings(cmark_node* document) {
  std::string text;
  bool in_heading = false;
  walk(document, [&](cmark_node* part, bool entering) {
    const cmark_node_type type = cmark_node_get_type(part);
    if (type == CMARK_NODE_HEADING) in_heading = entering;
    if (in_heading) return true;
    const bool is_block = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
    if (is_block && !text.empty() && text.back() != '\n') text += '\n';
    if (entering) append_words_of(part, text);
    return true;
  });
  return text;
}

std::string code_of(cmark_node* document) {
  std::string code;
  walk(document, [&](cmark_node* part, bool entering) {
    const cmark_node_type type = cmark_node_get_type(part);
    if (!entering || (type != CMARK_NODE_CODE && type != CMARK_NODE_CODE_BLOCK)) return true;
    code += or_empty(cmark_node_get_literal(part));
    code += '\n';
    return true;
  });
  return code;
}

std::string_view or_empty(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

}  // namespace wegwijs
