#include "templates/parse.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "templates/block_indentation.h"
#include "templates/parse_rules.h"
#include "templates/tag_reader.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

constexpr std::size_t deepest_nesting = 64;

Node::Kind kind_of(char sigil) {
  switch (sigil) {
    case '#':
      return Node::Kind::section;
    case '^':
      return Node::Kind::inverted;
    case '>':
      return Node::Kind::partial;
    case '<':
      return Node::Kind::parent;
    case '$':
      return Node::Kind::block;
    case '{':
    case '&':
      return Node::Kind::raw_variable;
    default:
      return Node::Kind::variable;
  }
}

/// A section, parent or block whose closing tag has not been read yet.
struct OpenNode {
  Node node;
  std::string closing;          // what the closing tag must say
  std::string own_indentation;  // what was before the opening tag on its line
  std::size_t content = 0;      // offset of the content
  bool line_taken = false;      // the rest of the line of the opening tag was blank and has been left out
};

class Parser {
 public:
  Parser(const TemplateSource& source, Diagnostics& diagnostics)
      : source_(source), text_(source.text), diagnostics_(diagnostics), reader_(text_) {}

  SyntaxTree parse();

 private:
  std::vector<Node>& nodes() { return open_.empty() ? tree_.nodes : open_.back().node.children; }
  bool directly_in_parent() const { return !open_.empty() && open_.back().node.kind == Node::Kind::parent; }
  SourceSpan span(std::size_t begin, std::size_t end) const {
    return {source_.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  SourceSpan span_of(const Tag& tag) const { return span(tag.name_begin, tag.name_begin + tag.name.size()); }
  void report(const Rule& rule, const Tag& tag) { diagnostics_.report(rule, span_of(tag), {std::string(tag.name)}); }

  void read_tag(const Tag& tag);
  bool is_readable(const Tag& tag);
  void take_text_until(std::size_t end);
  void add_text(std::size_t begin, std::size_t end);
  bool pass_tag(const Tag& tag, const LineOfTag& line, bool may_stand_alone);
  Node node_of(const Tag& tag) const;

  void add_partial(const Tag& tag, const LineOfTag& line);
  void open_section(const Tag& tag, const LineOfTag& line);
  void open_parent(const Tag& tag, const LineOfTag& line);
  void open_block(const Tag& tag, const LineOfTag& line);
  void push(OpenNode open, const Tag& tag);

  void close(const Tag& tag, const LineOfTag& line);
  bool matches_an_open_node(const Tag& tag);
  void close_parent(OpenNode parent, const LineOfTag& line);
  void close_override(OpenNode block, const Tag& tag);
  void close_place(OpenNode block, const LineOfTag& line);
  void report_open_nodes();

  const TemplateSource& source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  TagReader reader_;
  SyntaxTree tree_;
  std::vector<OpenNode> open_;
  std::size_t position_ = 0;  // up to here everything has been taken into the tree or left out
};

SyntaxTree Parser::parse() {
  tree_.name = source_.name;
  tree_.end = span(text_.size(), text_.size());
  while (const std::optional<Tag> tag = reader_.next()) read_tag(*tag);
  take_text_until(text_.size());
  report_open_nodes();
  return std::move(tree_);
}

void Parser::read_tag(const Tag& tag) {
  if (!is_readable(tag)) {
    take_text_until(tag.begin);
    position_ = tag.end;
    return;
  }
  const LineOfTag line = line_of(text_, tag);
  switch (tag.sigil) {
    case '=':
      tree_.delimiter_changes.push_back(span_of(tag));
      [[fallthrough]];
    case '!':
      pass_tag(tag, line, true);
      return;
    case '#':
    case '^':
      open_section(tag, line);
      return;
    case '<':
      open_parent(tag, line);
      return;
    case '$':
      open_block(tag, line);
      return;
    case '/':
      close(tag, line);
      return;
    case '>':
      add_partial(tag, line);
      return;
    default:
      pass_tag(tag, line, false);
      nodes().push_back(node_of(tag));
  }
}

bool Parser::is_readable(const Tag& tag) {
  if (tag.fault != Tag::Fault::none) {
    report(tag.fault == Tag::Fault::not_closed ? tag_not_closed : delimiters_unreadable, tag);
    return false;
  }
  if (!tag.name.empty() || tag.sigil == '!') return true;
  diagnostics_.report(name_missing, span(tag.begin, tag.end),
                      {std::string(text_.substr(tag.begin, tag.end - tag.begin))});
  return false;
}

void Parser::take_text_until(std::size_t end) {
  add_text(position_, end);
  position_ = std::max(position_, end);
}

void Parser::add_text(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  if (nodes().empty() || nodes().back().kind != Node::Kind::text) {
    Node text;
    text.where = span(begin, end);
    text.starts_line = begin == 0 || text_[begin - 1] == '\n';
    nodes().push_back(std::move(text));
  }
  nodes().back().text += text_.substr(begin, end - begin);
}

/// Takes the text before the tag and moves past it, with the whole line when the tag is alone on it.
bool Parser::pass_tag(const Tag& tag, const LineOfTag& line, bool may_stand_alone) {
  const bool alone = may_stand_alone && line.stands_alone();
  take_text_until(alone ? line.begin : tag.begin);
  position_ = alone ? line.end : tag.end;
  return alone;
}

Node Parser::node_of(const Tag& tag) const {
  Node node;
  node.kind = kind_of(tag.sigil);
  node.where = span_of(tag);
  std::string_view name = tag.name;
  if ((tag.sigil == '>' || tag.sigil == '<') && name.starts_with('*')) {
    node.dynamic = true;
    name.remove_prefix(1);
    name.remove_prefix(std::min(name.find_first_not_of(" \t\r\n"), name.size()));
    node.where.begin = node.where.end - static_cast<std::uint32_t>(name.size());
  }
  node.name = name;
  return node;
}

void Parser::add_partial(const Tag& tag, const LineOfTag& line) {
  Node node = node_of(tag);
  node.starts_line = node.ends_line = pass_tag(tag, line, true);
  if (node.starts_line) node.text = text_.substr(line.begin, tag.begin - line.begin);
  nodes().push_back(std::move(node));
}

void Parser::push(OpenNode open, const Tag& tag) {
  if (open_.size() == deepest_nesting) report(nested_too_deep, tag);
  open.content = position_;
  open_.push_back(std::move(open));
}

void Parser::open_section(const Tag& tag, const LineOfTag& line) {
  pass_tag(tag, line, true);
  push({node_of(tag), std::string(tag.name), "", 0, false}, tag);
}

void Parser::open_parent(const Tag& tag, const LineOfTag& line) {
  // Whether it is alone on its line is known at its closing tag; until then the whitespace before it is kept apart.
  take_text_until(line.blank_before ? line.begin : tag.begin);
  position_ = tag.end;
  OpenNode open{node_of(tag), std::string(tag.name), "", 0, false};
  open.node.starts_line = line.blank_before;
  if (line.blank_before) open.own_indentation = text_.substr(line.begin, tag.begin - line.begin);
  push(std::move(open), tag);
}

void Parser::open_block(const Tag& tag, const LineOfTag& line) {
  OpenNode open{node_of(tag), std::string(tag.name), "", 0, false};
  if (line.blank_before) open.own_indentation = text_.substr(line.begin, tag.begin - line.begin);
  if (directly_in_parent()) {
    // What surrounds it is dropped, so only the rest of its line decides whether its content begins on a new one.
    take_text_until(tag.begin);
    open.line_taken = line.blank_after;
    position_ = line.blank_after ? line.end : tag.end;
  } else {
    open.line_taken = open.node.starts_line = pass_tag(tag, line, true);
  }
  push(std::move(open), tag);
}

void Parser::close(const Tag& tag, const LineOfTag& line) {
  if (!matches_an_open_node(tag)) {
    pass_tag(tag, line, true);
    return;
  }
  while (open_.back().closing != tag.name) open_.pop_back();
  const bool is_block = open_.back().node.kind == Node::Kind::block;
  const bool is_override = is_block && open_.size() > 1 && open_[open_.size() - 2].node.kind == Node::Kind::parent;
  if (is_override) {
    take_text_until(line.blank_before ? line.begin : tag.begin);
    position_ = tag.end;
  } else if (open_.back().node.kind == Node::Kind::parent) {
    take_text_until(tag.begin);
    position_ = tag.end;
  } else {
    open_.back().node.ends_line = pass_tag(tag, line, true);
  }
  OpenNode closed = std::move(open_.back());
  open_.pop_back();
  if (is_override) {
    close_override(std::move(closed), tag);
  } else if (closed.node.kind == Node::Kind::parent) {
    close_parent(std::move(closed), line);
  } else if (is_block) {
    close_place(std::move(closed), line);
  } else {
    nodes().push_back(std::move(closed.node));
  }
}

/// Reports a closing tag that is not the one expected. A tag that is probably a misspelling of the expected one is
/// taken for it, so that one slip gives one message.
bool Parser::matches_an_open_node(const Tag& tag) {
  if (open_.empty()) {
    report(section_not_opened, tag);
    return false;
  }
  std::string& expected = open_.back().closing;
  if (tag.name == expected) return true;
  const std::string_view candidates[] = {expected};
  const std::optional<std::string> meant = nearest_word(tag.name, candidates);
  diagnostics_.report(section_crossed, span_of(tag), {std::string(tag.name), expected}, meant.value_or(""));
  const bool is_open_further_out =
      std::any_of(open_.begin(), open_.end(), [&](const OpenNode& open) { return open.closing == tag.name; });
  if (!is_open_further_out && meant) expected = tag.name;
  return is_open_further_out || meant;
}

void Parser::close_parent(OpenNode parent, const LineOfTag& line) {
  Node& node = parent.node;
  const bool alone = node.starts_line && line.blank_after;
  if (alone) position_ = line.end;
  node.text = alone ? parent.own_indentation : "";
  node.starts_line = node.ends_line = alone;
  for (const Node& child : node.children) {
    const std::size_t visible = child.text.find_first_not_of(" \t\r\n");
    if (child.kind == Node::Kind::block) continue;
    if (child.kind != Node::Kind::text) {
      tree_.dropped.push_back(child.where);
    } else if (visible != std::string::npos) {
      const std::size_t last = child.text.find_last_not_of(" \t\r\n");
      tree_.dropped.push_back(span(child.where.begin + visible, child.where.begin + last + 1));
    }
  }
  std::erase_if(node.children, [](const Node& child) { return child.kind != Node::Kind::block; });
  if (!alone && !parent.own_indentation.empty()) {
    Node whitespace;
    whitespace.starts_line = true;
    whitespace.text = parent.own_indentation;
    nodes().push_back(std::move(whitespace));
  }
  nodes().push_back(std::move(node));
}

void Parser::close_override(OpenNode block, const Tag& tag) {
  if (block.line_taken) {
    const std::string_view content = text_.substr(block.content, tag.begin - block.content);
    remove_indentation(block.node.children, first_indentation(content));
  }
  const auto same_name = [&](const Node& other) {
    return other.kind == Node::Kind::block && other.name == block.node.name;
  };
  if (std::any_of(nodes().begin(), nodes().end(), same_name)) {
    diagnostics_.report(block_repeated, block.node.where, {block.node.name});
  }
  nodes().push_back(std::move(block.node));
}

/// A place that can be replaced: what replaces it is indented as its own content is.
void Parser::close_place(OpenNode block, const LineOfTag& line) {
  const bool takes_own = !block.line_taken || block.node.children.empty();
  const std::string_view content = text_.substr(block.content, line.begin - std::min(block.content, line.begin));
  block.node.text = takes_own ? block.own_indentation : std::string(first_indentation(content));
  nodes().push_back(std::move(block.node));
}

void Parser::report_open_nodes() {
  for (const OpenNode& open : open_) diagnostics_.report(section_not_closed, open.node.where, {open.closing});
}

}  // namespace

SyntaxTree parse_template(const TemplateSource& source, Diagnostics& diagnostics) {
  return Parser(source, diagnostics).parse();
}

}  // namespace wegwijs
