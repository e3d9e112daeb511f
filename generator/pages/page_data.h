#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "files/file_tree.h"
#include "model/load_site.h"
#include "pages/page_plan.h"
#include "pages/search_text.h"
#include "pages/theme_texts.h"
#include "source/markdown.h"
#include "templates/data.h"

namespace wegwijs {

/// How a template uses a field, `entry.fields.<id>`.
enum class FieldUse : std::uint8_t {
  not_named,
  shown,
  of_other_type  ///< it asks for rows, say, and in this schema the field is a text: written for another schema
};

/// What the template of an entry shows of it by name.
struct ShownOfEntry {
  std::vector<std::vector<FieldUse>> fields;  ///< by collection and field
  bool groups = false;                        ///< it goes over `entry.groups`
};
/// By template, those of the pages of entries.
using ShownByTemplate = std::map<std::string, ShownOfEntry, std::less<>>;

/// What every page is made from; nothing in it changes during the page pass.
struct PageContext {
  const Site& site;
  const PagePlan& plan;
  const FileTree& sources;
  const ThemeTexts& texts;
  Date today;
  bool has_search = false;               ///< whether the words of the pages are wanted
  bool is_preview = false;               ///< whether drafts and what is not due are shown too, which pages then say
  std::string_view content_policy = {};  ///< what the page tells a browser itself, for hosts that send no headers
  const LinkTargets* links = nullptr;    ///< where addresses in texts lead; null: as they are written
  const ShownByTemplate* shown = nullptr;  ///< null: the theme was not read
};

/// What the form of a member of the data may depend on: the site, and the page that is told it.
struct ShapeScope {
  const PageContext& context;
  const PageKey& key;
};

/// What making one page's data found in its texts, for the checks and outputs after the pass.
struct PageNotes {
  std::vector<AddressUse> addresses;
  Diagnostics diagnostics;
  /// On the page of an entry: what its texts explained so far, fields before the body.
  std::optional<TermUses> terms = std::nullopt;
  SearchText search;
  const LinkTargets* links = nullptr;                               ///< of the context
  std::unordered_map<const WrittenText*, MarkdownText> long_texts;  ///< those that were read already

  /// The Markdown of a field; read, and its mistakes told, the first time that it is asked for.
  const MarkdownText& long_text(const WrittenText& text);
};

/// What the template of a page is told. Points into `arena`, the site and the context.
Data page_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& notes);

/// The declared form of what `page_data` gives for pages like `key`. Everything in it is set in the data, null
/// included, so a name that is absent in an inner map never falls through to an outer one.
DataShape page_shape(const PageContext& context, const PageKey& key);

}  // namespace wegwijs
