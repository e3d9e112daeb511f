#include "pipeline/show_page.h"

#include <algorithm>

#include "pages/page_kind.h"
#include "pipeline/site_to_look_at.h"
#include "search/search_files.h"
#include "templates/shape_stack.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

/// What a template is given, as lines: the name, what it holds, and below it what is in it. Only declared names can be
/// used in a template, so only those are shown.
class DataText {
 public:
  std::string of(const Data& data, const DataShape& shape) {
    write_members(data, shape, 0);
    return std::move(text_);
  }

 private:
  void write_members(const Data& data, const DataShape& shape, std::size_t depth) {
    for (const auto& [name, declared] : shape.members()) {
      if (name == any_other_member) continue;
      const Data* value = data.find(Name(name));
      text_.append(depth * 2, ' ');
      text_ += name;
      write_value(value == nullptr ? Data() : *value, declared, depth);
    }
  }

  void write_value(const Data& value, const DataShape& shape, std::size_t depth) {
    if (value.kind() == Data::Kind::null) {
      text_ += ": -\n";
    } else if (shape.kind() == DataShape::Kind::map) {
      text_ += ":\n";
      write_members(value, shape, depth + 1);
    } else if (shape.kind() == DataShape::Kind::list) {
      text_ += ": " + std::to_string(value.list().size()) + "\n";
      std::size_t number = 0;
      for (const Data& element : value.list()) {
        text_.append((depth + 1) * 2, ' ');
        text_ += "[" + std::to_string(number++) + "]";
        write_value(element, shape.element(), depth + 1);
      }
    } else if (value.kind() == Data::Kind::boolean) {
      text_ += value.is_truthy() ? ": true\n" : ": false\n";
    } else {
      text_ += ": ";
      write_on_one_line(value.bytes());
    }
  }

  void write_on_one_line(std::string_view bytes) {
    constexpr std::size_t longest = 200;
    std::size_t end = std::min(bytes.size(), longest);
    while (end < bytes.size() && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U) --end;
    for (const char character : bytes.substr(0, end)) text_ += character == '\n' ? ' ' : character;
    text_ += end < bytes.size() ? "…\n" : "\n";
  }

  std::string text_;
};

std::string completed(const std::string& address) {
  std::string whole = address.starts_with('/') ? address : "/" + address;
  const bool is_file = whole.find('.', whole.rfind('/')) != std::string::npos;
  if (!whole.ends_with('/') && !is_file) whole += '/';
  return whole;
}

std::string nearest_page(const PagePlan& plan, const std::string& address) {
  std::vector<std::string_view> known;
  for (const auto& [page, number] : plan.page_at) known.push_back(page);
  std::sort(known.begin(), known.end());
  return std::string(nearest_word(address, known).value_or(""));
}

}  // namespace

std::optional<ShowResult> show_page(const FileTree& sources, const BuildFacts& facts, Site loaded,
                                    const std::string& address, bool with_data, Diagnostics& diagnostics) {
  SiteToLookAt look(sources, facts, std::move(loaded), diagnostics);
  const Site& site = look.site();
  const PagePlan& plan = look.plan();
  const std::string whole = completed(address);
  const auto found = plan.page_at.find(whole);
  if (found == plan.page_at.end()) return ShowResult{std::nullopt, nearest_page(plan, whole)};
  const PageKey& key = plan.pages[found->second];
  const NamedTemplate named = key.kind->page_template(site, plan, key);
  ShownPage shown{std::string(key.kind->name()),
                  plan.title(site, key),
                  std::string(named.name),
                  sources.find(template_path(named.name)).value_or(no_file),
                  named.where,
                  plan.origin(site, key),
                  ""};
  if (!with_data) return ShowResult{std::move(shown), ""};

  const PageContext* context = look.read_context(has_search(sources), diagnostics);
  if (context == nullptr) return std::nullopt;
  DataArena arena;
  PageNotes notes;
  notes.links = context->links;
  shown.data = DataText().of(page_data(*context, key, arena, notes), page_shape(*context, key));
  return ShowResult{std::move(shown), ""};
}

}  // namespace wegwijs
