#include "source/markdown_languages.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/markdown_tree.h"
#include "text/ascii.h"
#include "text/language_code.h"

namespace wegwijs {
namespace {

/// The end of some words: `]{lang=en}` in the text of a node.
struct Mark {
  std::size_t begin;
  std::size_t end;
  std::string language;
};

/// The first whole one in `text`; the code may be in quotes.
std::optional<Mark> mark_in(std::string_view text, std::size_t from) {
  for (std::size_t begin = text.find(language_mark, from); begin != npos; begin = text.find(language_mark, begin + 1)) {
    const std::size_t code = begin + language_mark.size();
    const std::size_t close = text.find('}', code);
    if (close == npos) return std::nullopt;
    std::string_view language = text.substr(code, close - code);
    if (language.size() > 2 && language.front() == '"' && language.back() == '"') {
      language = language.substr(1, language.size() - 2);
    }
    if (is_language_code(language)) return Mark{begin, close + 1, std::string(language)};
  }
  return std::nullopt;
}

cmark_node* text_node(std::string_view text) {
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_TEXT, preceded_memory());
  cmark_node_set_literal(node, std::string(text).c_str());
  return node;
}

/// The last `[` before `end` in `text` that no `]` closes; `open` counts the brackets that were closed after it.
std::size_t opening_before(std::string_view text, std::size_t end, std::size_t& open) {
  for (std::size_t place = end; place > 0; --place) {
    if (text[place - 1] == ']') ++open;
    if (text[place - 1] != '[') continue;
    if (open == 0) return place - 1;
    --open;
  }
  return npos;
}

/// Puts all from `opening` in `first` up to `found` in `last` into a node of its own. Returns the rest after it.
cmark_node* enclose(cmark_node* first, std::size_t opening, cmark_node* last, const Mark& found) {
  // A cell of a table may hold no custom node, but it may hold emphasis.
  cmark_node* words = cmark_node_new_with_mem(CMARK_NODE_EMPH, preceded_memory());
  cmark_node_set_user_data(words, new std::string(found.language));
  cmark_node_set_user_data_free_func(words,
                                     [](cmark_mem*, void* language) { delete static_cast<std::string*>(language); });
  const std::string first_text(or_empty(cmark_node_get_literal(first)));
  const std::string last_text(or_empty(cmark_node_get_literal(last)));
  cmark_node_insert_after(last, words);
  cmark_node* rest = text_node(std::string_view(last_text).substr(found.end));
  cmark_node_insert_after(words, rest);
  if (first == last) {
    cmark_node_append_child(words,
                            text_node(std::string_view(last_text).substr(opening + 1, found.begin - opening - 1)));
  } else {
    cmark_node_append_child(words, text_node(std::string_view(first_text).substr(opening + 1)));
    cmark_node* between = cmark_node_next(first);
    while (between != last) {
      cmark_node* next = cmark_node_next(between);
      cmark_node_append_child(words, between);
      between = next;
    }
    cmark_node_append_child(words, text_node(std::string_view(last_text).substr(0, found.begin)));
    cmark_node_unlink(last);
    cmark_node_free(last);
  }
  cmark_node_set_literal(first, first_text.substr(0, opening).c_str());
  return rest;
}

/// The marks in the children of `parent`.
void mark_children(cmark_node* parent) {
  // Far beyond what a text has; every mark looks back over the words before it.
  constexpr int most_nodes_back = 64;
  for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_TEXT) continue;
    const std::optional<Mark> found = mark_in(or_empty(cmark_node_get_literal(node)), 0);
    if (!found) continue;
    std::size_t open = 0;
    std::size_t end = found->begin;
    cmark_node* first = node;
    for (int back = 0; first != nullptr && back < most_nodes_back; ++back, first = cmark_node_previous(first)) {
      if (cmark_node_get_type(first) != CMARK_NODE_TEXT) continue;
      const std::string_view text = or_empty(cmark_node_get_literal(first));
      const std::size_t opening = opening_before(text, std::min(end, text.size()), open);
      if (opening != npos) {
        // The rest may hold the next mark.
        node = cmark_node_previous(enclose(first, opening, node, *found));
        break;
      }
      end = npos;
    }
  }
}

}  // namespace

std::string_view language_of(cmark_node* node) {
  const auto* language = static_cast<const std::string*>(cmark_node_get_user_data(node));
  return language == nullptr ? std::string_view() : std::string_view(*language);
}

void mark_languages(cmark_node* document) {
  std::vector<cmark_node*> parents;
  walk(document, [&](cmark_node* node, bool entering) {
    if (!entering || cmark_node_get_type(node) != CMARK_NODE_TEXT) return true;
    if (or_empty(cmark_node_get_literal(node)).find(language_mark) == npos) return true;
    cmark_node* parent = cmark_node_parent(node);
    if (parents.empty() || parents.back() != parent) parents.push_back(parent);
    return true;
  });
  for (cmark_node* parent : parents) mark_children(parent);
}

}  // namespace wegwijs
