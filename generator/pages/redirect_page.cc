#include <algorithm>

#include "pages/form_page.h"
#include "pages/page_kind.h"
#include "pages/plan_rules.h"
#include "pages/told.h"

namespace wegwijs {
namespace {

/// Plans the redirects of the settings and the former addresses of entries.
class RedirectPlanner {
 public:
  explicit RedirectPlanner(PagePlanner& planner) : planner_(planner), site_(planner.site()), plan_(planner.plan()) {}

  void plan() {
    for (const auto& [from, to] : site_.settings.redirects) add_redirect({from.text, to.text, from.where});
    for (std::size_t number = 0; number < site_.collections.size(); ++number) {
      const Collection& collection = site_.collections[number];
      const std::optional<FieldIndex> field = collection.schema.find(Role::old_addresses);
      if (!field || collection.rule->address.text.empty()) continue;
      for (std::size_t entry = 0; entry < collection.entries.size(); ++entry) {
        const Texts* addresses = collection.entries[entry].record.get<Texts>(*field);
        if (addresses == nullptr) continue;
        const std::string to =
            address_of(site_, {static_cast<std::uint16_t>(number), static_cast<std::uint32_t>(entry)});
        for (const WrittenText& address : addresses->lines) add_redirect({address.text, to, address.where});
      }
    }
    shorten_redirects();
    report_redirected_answers();
    add_redirects_of_forms();
  }

 private:
  /// The redirect that stands where `target` leads; null when it is a page, or leads out of the site.
  Redirect* redirect_at(std::string_view target) {
    const std::string& base = site_.settings.base_address;
    if (target.starts_with(base)) target.remove_prefix(base.size() - 1);
    const auto found = plan_.page_at.find(std::string(target.substr(0, target.find_first_of("?#"))));
    if (found == plan_.page_at.end() || !plan_.pages[found->second].kind->leads_elsewhere()) return nullptr;
    return &plan_.redirects[plan_.pages[found->second].number];
  }

  /// Lets every redirect lead to the end of its way at once; reports ways of more than one step, and those without end.
  void shorten_redirects() {
    std::vector<std::string> ends(plan_.redirects.size());
    std::vector<bool> reported(plan_.redirects.size());
    for (std::size_t number = 0; number < plan_.redirects.size(); ++number) {
      std::vector<const Redirect*> way{&plan_.redirects[number]};
      ends[number] = way.front()->to;
      for (const Redirect* next = redirect_at(way.front()->to); next != nullptr; next = redirect_at(next->to)) {
        const auto met = std::find(way.begin(), way.end(), next);
        if (met != way.end()) {
          report_circle({met, way.end()}, reported);
          ends[number] = plan_.redirects[number].to;
          break;
        }
        way.push_back(next);
        ends[number] = next->to;
      }
    }
    for (std::size_t number = 0; number < plan_.redirects.size(); ++number) {
      Redirect& redirect = plan_.redirects[number];
      if (ends[number] == redirect.to) continue;
      planner_.diagnostics().report(redirect_to_redirect, redirect.where, {redirect.from, redirect.to, ends[number]});
      redirect.to = std::move(ends[number]);
    }
  }

  /// The words of a question make a page found, and of an address that only leads elsewhere there is none to find.
  void report_redirected_answers() {
    for (const AnsweredQuestions& questions : site_.search_words.questions) {
      for (const WrittenText& answer : questions.answers) {
        const Redirect* const redirect = redirect_at(answer.text);
        if (redirect == nullptr) continue;
        planner_.diagnostics().report(answer_to_redirect, answer.where, {answer.text, redirect->to});
      }
    }
  }

  /// Once for every circle, at the first of its redirects that is in the settings.
  void report_circle(const std::vector<const Redirect*>& circle, std::vector<bool>& reported) {
    const auto first = static_cast<std::size_t>(circle.front() - plan_.redirects.data());
    if (reported[first]) return;
    std::string steps;
    for (const Redirect* one : circle) {
      reported[static_cast<std::size_t>(one - plan_.redirects.data())] = true;
      steps += one->from + " → ";
    }
    planner_.diagnostics().report(redirects_in_circle, circle.front()->where,
                                  {circle.front()->from, steps + circle.front()->from});
  }

  /// Schools have the address of their form in a mail: it moves with the page, and goes where the page goes.
  void add_redirects_of_forms() {
    const std::size_t count = plan_.redirects.size();
    for (std::size_t number = 0; number < count; ++number) {
      const Redirect redirect = plan_.redirects[number];
      const std::string from = former_form_address(site_, planner_.sources(), redirect.from);
      if (from.empty() || plan_.page_at.contains(from)) continue;
      const std::string form = former_form_address(site_, planner_.sources(), redirect.to);
      add_redirect({from, !form.empty() && plan_.page_at.contains(form) ? form : redirect.to, redirect.where});
    }
  }

  void add_redirect(Redirect redirect) {
    if (const Absence* absence = plan_.absence_at(redirect.to)) {
      report_absent(redirect_to_absent, redirect.where, redirect.to, *absence, planner_.sources(),
                    planner_.diagnostics());
      const Absence same = *absence;
      plan_.absent.add(redirect.from, same);
      return;
    }
    const auto number = static_cast<std::uint32_t>(plan_.redirects.size());
    const SourceSpan where = redirect.where;
    plan_.redirects.push_back(std::move(redirect));
    planner_.add({&redirect_page(), 0, number, no_part}, where);
  }

  PagePlanner& planner_;
  const Site& site_;
  PagePlan& plan_;
};

constexpr Told<Teller, Redirect> redirect_members[] = {
    {"target", as_text, [](Teller&, const Redirect& redirect) { return Data::text(redirect.to); }},
    {"target_title", as_text,
     [](Teller& one, const Redirect& redirect) {
       const PagePlan& plan = one.context.plan;
       const auto page = plan.page_at.find(redirect.to);
       return one.text(page == plan.page_at.end() ? redirect.to : plan.title(one.site, plan.pages[page->second]));
     }},
    {"target_language", as_text,
     [](Teller& one, const Redirect& redirect) {
       const PagePlan& plan = one.context.plan;
       const auto page = plan.page_at.find(redirect.to);
       if (page == plan.page_at.end()) return Data();
       const PageKey& key = plan.pages[page->second];
       const std::optional<EntryNumber> entry = key.kind->entry(key);
       return entry ? one.text(language_of(one.site, *entry)) : Data();
     }},
};

/// A page that only leads elsewhere.
class RedirectPage final : public PageKind {
 public:
  std::string_view name() const override { return "redirect"; }
  BilingualText in_words() const override { return {"een doorverwijzing", "a redirect"}; }
  std::span<const std::string_view> own_members() const override {
    static constexpr std::array<std::string_view, 1> members{"target"};
    return members;
  }

  void plan(PagePlanner& planner) const override { RedirectPlanner(planner).plan(); }

  std::string address(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.redirects[key.number].from;
  }
  NamedTemplate page_template(const Site& /*site*/, const PagePlan& /*plan*/, const PageKey& /*key*/) const override {
    return {redirect_template, {}};
  }
  std::string title(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.redirects[key.number].to;
  }
  std::string summary(const Site& /*site*/, const PagePlan& /*plan*/, const PageKey& /*key*/) const override {
    return "";
  }
  SourceSpan origin(const Site& /*site*/, const PagePlan& plan, const PageKey& key) const override {
    return plan.redirects[key.number].where;
  }
  std::optional<std::uint16_t> collection(const PagePlan& /*plan*/, const PageKey& /*key*/) const override {
    return std::nullopt;
  }
  bool leads_elsewhere() const override { return true; }

  void add_data(const PageContext& context, const PageKey& key, DataArena& arena, PageNotes& /*notes*/,
                std::vector<Member>& members) const override {
    Teller teller(context, arena);
    add_told(redirect_members, members, teller, context.plan.redirects[key.number]);
  }
  void add_shape(const ShapeScope& scope, DataShape& shape) const override {
    add_shape_of(redirect_members, scope, shape);
  }

  bool is_looked_for(const PageContext& /*context*/, const PageKey& /*key*/) const override { return false; }
};

}  // namespace

const PageKind& redirect_page() {
  static const RedirectPage kind;
  return kind;
}

}  // namespace wegwijs
