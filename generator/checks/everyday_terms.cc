#include <algorithm>

#include "checks/checks.h"
#include "checks/wording_rules.h"
#include "text/dutch_words.h"
#include "text/folding.h"

namespace wegwijs {
namespace {

class EverydayTerms {
 public:
  EverydayTerms(const Collection& collection, Diagnostics& diagnostics)
      : collection_(collection), diagnostics_(diagnostics) {}

  void check(const Entry& entry) const {
    for (const Role role : {Role::former_names, Role::also_known_as}) {
      const std::optional<FieldIndex> field = collection_.schema.find(role);
      const Texts* texts = field ? entry.record.get<Texts>(*field) : nullptr;
      if (texts == nullptr) continue;
      for (const WrittenText& line : texts->lines) check(line, entry);
    }
  }

 private:
  void check(const WrittenText& name, const Entry& entry) const {
    const std::span<const std::string_view> everyday = everyday_words();
    if (!std::binary_search(everyday.begin(), everyday.end(), std::string_view(folded(name.text)))) return;
    diagnostics_.report(everyday_term, name.where, {name.text, std::string(title_of(entry, collection_.schema))});
  }

  const Collection& collection_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_everyday_terms(const CheckContext& context, Diagnostics& diagnostics) {
  for (const Collection& collection : context.site.collections) {
    if (!collection.rule->is_glossary) continue;
    const EverydayTerms terms(collection, diagnostics);
    for (const Entry& entry : collection.entries) terms.check(entry);
  }
}

}  // namespace wegwijs
