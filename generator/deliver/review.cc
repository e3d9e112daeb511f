#include "deliver/review.h"

#include <algorithm>

#include "deliver/answer_words.h"
#include "deliver/claim_nodes.h"
#include "deliver/entry_mistakes.h"
#include "deliver/entry_of_form.h"
#include "deliver/entry_sources.h"
#include "deliver/said.h"
#include "deliver/write_changes.h"
#include "model/declared_services.h"
#include "schema/field_types.h"
#include "source/yaml_edits.h"
#include "text/edit_distance.h"
#include "text/markup.h"
#include "views/claims.h"
#include "views/form_rows.h"
#include "views/sources.h"

namespace wegwijs {
namespace {

bool contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

/// Compares one form with one entry.
class Reviewer {
 public:
  Reviewer(const Delivery& delivery, const Site& site, const FileTree& sources, Date today,
           const std::vector<std::string>& accepted, const std::vector<std::string>& left, Language language)
      : delivery_(delivery),
        site_(site),
        files_(sources),
        today_(today),
        accepted_(accepted),
        left_(left),
        language_(language) {}

  Review review() {
    review_.file = delivery_.file;
    review_.collection = delivery_.collection;
    review_.entry = delivery_.entry;
    review_.by = claim_words_of(site_, delivery_.collection).own_checker;
    review_.title = delivery_.title;
    review_.made_on = delivery_.made_on;
    review_.role = delivery_.role;
    review_.refusal = said(delivery_.refusal);
    if (review_.refusal.empty()) {
      entry_ = entry_of_form(delivery_, site_, files_, today_, language_);
      review_.refusal = entry_.refusal;
    }
    if (!review_.refusal.empty()) return std::move(review_);
    schema_ = &entry_.collection->schema;
    sources_.emplace(*schema_, entry_.values);
    review_.title = entry_.title;
    review_.path = entry_.path;
    if (entry_.is_new) begin_new_entry();
    if (delivery_.schema_version != schema_->version && !delivery_.schema_version.empty())
      review_.remarks.push_back(said(
          "Het formulier hoort bij versie {} van het profiel; nu is het versie {}. Onderwerpen die van naam "
          "veranderden, zijn omgezet; wat er niet meer is, staat bij 'niet begrepen'.",
          "The form belongs to version {} of the profile, which is now at version {}. Topics that got another name "
          "are taken as they are called now; what is no longer there stands at 'not understood'.",
          delivery_.schema_version, schema_->version));
    for (const NotUnderstood& part : delivery_.not_understood)
      review_.items.push_back(
          {Verdict::not_understood, "", part.topic, said(part.place), "", part.written, said(part.reason)});
    for (const Answer& answer : delivery_.answers) judge(answer);
    finish();
    return std::move(review_);
  }

 private:
  std::string said(const Label& words) const { return std::string(words.in(language_)); }
  template <typename... Arguments>
  std::string said(std::string_view dutch, std::string_view english, const Arguments&... arguments) const {
    return wegwijs::said(language_, {dutch, english}, arguments...);
  }

  /// What a draft of a new school comes with.
  void begin_new_entry() {
    review_.entry = entry_.slug;
    review_.is_new = true;
    review_.new_file = yaml_document(entry_.values);
    for (const auto& [key, value] : entry_.misfits) report_misfit(key, value);
    review_.remarks.push_back(
        said({"Dit is een nieuwe school. Het bestand wordt een klad (klad: ja): vul aan wat alleen u weet, "
              "en haal dan die regel weg.",
              "This is a new school. Its file becomes a draft (klad: ja): add what only you know, then take that line "
              "away."}));
  }

  void report_misfit(const std::string& key, const std::string& value) {
    const std::optional<FieldIndex> index = schema_->find(key);
    review_.items.push_back(
        {Verdict::not_understood, key, index ? said(schema_->fields[*index].label) : key,
         said({"gegeven '" + key + "'", "fact '" + key + "'"}), "", value,
         said({"Dit past niet in het profiel, of kan van een persoon zijn. Neem het over met de hand.",
               "This does not fit into the profile, or may belong to a person. Copy it by hand."})});
  }

  const Field* field_of(const std::string& id) const {
    for (const Field& field : schema_->fields) {
      if (is_claim(field) && (field.id == id || contains(field.former_ids, id))) return &field;
    }
    return nullptr;
  }

  FieldIndex index_of(const Field& field) const { return static_cast<FieldIndex>(&field - schema_->fields.data()); }

  void judge(const Answer& answer) {
    ReviewItem item;
    item.place = said(answer.place);
    const Field* field = field_of(answer.field);
    if (field == nullptr) {
      const std::optional<std::string> near = nearest_word(answer.field, claim_ids(*schema_));
      item.wanted = answer_in_words(answer, Field(), schema_->claims, language_);
      item.topic = answer.field;
      item.remark =
          said("Het onderwerp '{}' is er niet in dit profiel{}. Neem het over met de hand.",
               "This profile has no topic '{}'{}. Copy it by hand.", answer.field, resembling(near, language_));
      item.question = said({"Dit onderwerp kennen wij niet meer. Waar gaat uw antwoord over?",
                            "We do not have this topic any more. What is your answer about?"});
      review_.items.push_back(std::move(item));
      return;
    }
    item.field = field->id;
    item.topic = said(field->plain_or_label());
    item.now = claims_in_words(*schema_, entry_.record.claims(index_of(*field)), language_);
    item.wanted = answer_in_words(answer, *field, schema_->claims, language_);
    if (std::any_of(review_.items.begin(), review_.items.end(),
                    [&](const ReviewItem& other) { return other.field == field->id && other.change; })) {
      item.remark = said({"Over dit onderwerp staat nog een antwoord in dit bestand. Alleen het eerste is bekeken.",
                          "There is another answer on this topic in this file. Only the first one was looked at."});
      item.question = said({"In uw bestand staan hierover twee antwoorden. Welk is het goede?",
                            "Your file has two answers on this. Which one is right?"});
    } else if (answer.answer == answer_confirms) {
      judge_confirmation(answer, *field, item);
    } else if (answer.answer == answer_doubts) {
      item.verdict = Verdict::contradicting;
      item.remark = said(
          {"De school zegt dat dit niet klopt, en weet nog niet wat wel klopt. Vraag het de school, of haal weg wat "
           "er staat.",
           "The school says that this is not right, and does not know yet what is. Ask the school, or take away what "
           "is "
           "there."});
      item.question = said({"Wat klopt er wel, en waar staat dat?", "What is right, and where does it say so?"});
    } else {
      judge_claim(answer, *field, item);
    }
    review_.items.push_back(std::move(item));
  }

  /// Whether the site knows something newer than this form on the row.
  std::string newer_on_site(const Answer& answer, const Field& field) const {
    const std::span<const Claim> claims = entry_.record.claims(index_of(field));
    for (const Claim& claim : claims) {
      if (claim.as_of.is_known() && claim.as_of.first > entry_.made_on)
        return said("Op de site staat iets nieuwers, van {}.", "The site has something newer, of {}.",
                    as_of_in_words(claim.as_of, language_));
      if (claim.checked && claim.checked->on.is_known() && claim.checked->on.first > entry_.made_on)
        return said("Dit is later nog nagekeken: {}.", "This was checked since: {}.",
                    checked_in_words(*schema_, claim, language_));
    }
    if (answer.seen && *answer.seen != seen_of(*schema_, claims))
      return said({"Wat op de site staat, is veranderd sinds dit formulier is gemaakt.",
                   "What the site says was changed since this form was made."});
    return "";
  }

  std::string question_on_newer(const std::string& newer) const {
    return newer + said({" Klopt uw antwoord nog?", " Is your answer still right?"});
  }

  void judge_confirmation(const Answer& answer, const Field& field, ReviewItem& item) {
    const YamlNode* value = value_of_field(entry_.values, field);
    if (value == nullptr) {
      item.remark = said({"De school zegt 'klopt nog', maar hierover staat niets op de site. Vraag wat er klopt.",
                          "The school says 'still right', but the site says nothing on this. Ask what is right."});
      item.question = said({"Hierover staat nog niets op de site. Wat klopt er, en waar staat dat?",
                            "The site says nothing on this yet. What is right, and where does it say so?"});
      return;
    }
    if (const std::string newer = newer_on_site(answer, field); !newer.empty()) {
      item.verdict = Verdict::contradicting;
      item.remark = newer;
      item.question = question_on_newer(newer);
    } else {
      item.verdict = Verdict::confirmed;
    }
    const YamlNode wanted = with_check(*value, delivery_.made_on, schema_->claims.own_checker);
    if (is_same_value(wanted, as_claim_list(*value))) item.verdict = Verdict::same;
    item.change = FieldChange{field.id, *value, wanted};
  }

  void judge_claim(const Answer& answer, const Field& field, ReviewItem& item) {
    Answer given = answer;
    const bool is_text = field.type == FieldType::text_claim;
    // A school that answers a row of text with a word and nothing more says that word.
    if (is_text && given.explanation.empty() && !given.answer.empty())
      given.explanation = answer_in_words(answer, Field(), schema_->claims, Language::nl);
    if (!is_text && given.answer.empty()) {
      item.remark = said("Er staat alleen uitleg, en niet of het er is. Kies uit: {}.",
                         "There is an explanation only, and not whether it is there. Choose from: {}.",
                         answers_in_words(schema_->claims, language_));
      item.question = said("Is het er? Kies uit: {}.", "Is it there? Choose from: {}.",
                           answers_in_words(schema_->claims, language_));
      return;
    }
    if (const std::string_view markup = first_markup(given.explanation); !markup.empty()) {
      item.remark = said(
          "In de uitleg staat opmaak ('{}'); die komt niet op de site. Neem de tekst over zonder.",
          "There is markup in the explanation ('{}'), which the site does not show. Copy the text without it.", markup);
      item.question =
          said("In uw uitleg staat '{}'; zulke tekens horen bij opmaak. Wilt u de tekst zonder sturen?",
               "There is '{}' in your explanation; such signs are markup. Can you send the text without it?", markup);
      return;
    }
    YamlNode changed_sources = sources_->now();
    std::optional<YamlNode> source = sources_->named_by(given, delivery_.source, changed_sources);
    if (!source) {
      item.remark =
          said("Hierbij staat geen bron. Vraag de school waar dit te lezen is{}.",
               "There is no source with this. Ask the school where this can be read{}.", examples_of_sources());
      item.question = said("Waar is dit te lezen{}?", "Where can this be read{}?", examples_of_sources());
      return;
    }
    const YamlNode claim = claim_from_answer(given, field, schema_->claims, *source, delivery_.made_on);
    const YamlNode* value = value_of_field(entry_.values, field);
    const YamlNode wanted = with_claim(value, claim, given);
    if (const std::string mistake = mistake_in(field, wanted, changed_sources); !mistake.empty()) {
      item.remark = mistake;
      item.question = said("Zo past het niet op de site: {} Wilt u het anders schrijven?",
                           "This does not fit on the site: {} Can you write it otherwise?", mistake);
      return;
    }
    sources_->become(std::move(changed_sources));
    item.verdict = verdict_on(given, field, item);
    item.change = FieldChange{field.id, value == nullptr ? std::nullopt : std::optional(*value), wanted};
    if (value != nullptr && is_same_value(as_claim_list(*value), wanted)) item.verdict = Verdict::same;
    if (item.verdict == Verdict::confirmed)
      item.change->wanted = with_check(*value, delivery_.made_on, schema_->claims.own_checker);
    if (item.verdict == Verdict::contradicting) item.question = question_on_newer(item.remark);
    if (item.verdict != Verdict::confirmed && item.verdict != Verdict::same) note_personal_data(given, item);
  }

  /// `check` would warn of it and `publish` would stop: better not taken in than taken out again.
  void note_personal_data(const Answer& given, ReviewItem& item) const {
    const GivenSource& source = given.source.is_named() ? given.source : delivery_.source;
    for (const std::string* text : {&given.explanation, &source.title, &source.address}) {
      const std::vector<PersonalData> found = undeclared_personal_data(site_.settings, *text);
      if (found.empty()) continue;
      item.is_private = true;
      item.question = said({"Dit kan van een persoon zijn. Heeft u een nummer of adres van de school zelf?",
                            "This may belong to a person. Do you have a number or address of the school itself?"});
      item.remark += (item.remark.empty() ? "" : " ") +
                     said("'{}' kan van een persoon zijn. Vraag de school om een nummer of adres van de school zelf.",
                          "'{}' may belong to a person. Ask the school for a number or address of the school itself.",
                          text->substr(found.front().begin, found.front().end - found.front().begin));
      return;
    }
  }

  /// ": schoolgids, schoolondersteuningsprofiel of website"; empty when a form offers no kinds.
  std::string examples_of_sources() const {
    std::vector<std::string> labels;
    for (const std::string& id : schema_->claims.form_source_kinds) {
      const Option* kind = find_option(schema_->claims.source_kinds, id);
      if (kind != nullptr) labels.push_back(said(kind->label));
    }
    return labels.empty() ? "" : ": " + listed(labels, language_ == Language::en ? " or " : " of ");
  }

  Verdict verdict_on(const Answer& answer, const Field& field, ReviewItem& item) const {
    const std::span<const Claim> claims = entry_.record.claims(index_of(field));
    item.remark = newer_on_site(answer, field);
    const bool is_same =
        claims.size() == 1 && claims.front().explanation == answer.explanation &&
        (field.type == FieldType::text_claim || status_of(*schema_, claims.front()).id == answer.answer) &&
        answer.levels.empty() && answer.years.empty() && answer.amount.empty();
    if (is_same && item.remark.empty()) return Verdict::confirmed;
    if (claims.empty() && item.remark.empty()) return Verdict::added;
    return item.remark.empty() ? Verdict::changed : Verdict::contradicting;
  }

  /// The claims with the new one in the place of those that speak of the same pupils.
  static YamlNode with_claim(const YamlNode* value, const YamlNode& claim, const Answer& answer) {
    const bool is_for_all = answer.levels.empty() && answer.years.empty();
    YamlNode list = yaml_list();
    list.elements.push_back(claim);
    // Whoever saw what was there answers for all of it.
    if (value == nullptr || is_for_all || answer.seen) return list;
    const YamlNode* scope = claim.find("voor");
    for (const YamlNode& other : as_claim_list(*value).elements) {
      const YamlNode* other_scope = other.find("voor");
      const bool is_same_scope = other_scope != nullptr && is_same_value(*scope, *other_scope);
      if (!is_same_scope) list.elements.push_back(other);
    }
    return list;
  }

  /// What `check` would say of the entry with this value, and does not say of it now.
  std::string mistake_in(const Field& field, const YamlNode& value, const YamlNode& sources) const {
    YamlNode tried = entry_.values;
    sources_->put_into(tried, sources);
    set_field(tried, *schema_, field, value);
    return first_new_mistake(entry_.values, tried, *schema_, language_);
  }

  void finish() {
    for (ReviewItem& item : review_.items) {
      const bool is_good =
          item.verdict == Verdict::added || item.verdict == Verdict::changed || item.verdict == Verdict::confirmed;
      const bool may_be_accepted = is_good || item.verdict == Verdict::contradicting;
      item.is_ticked = item.change &&
                       ((is_good && !item.is_private) || (may_be_accepted && contains(accepted_, item.field))) &&
                       !contains(left_, item.field);
    }
    const auto place = [&](const ReviewItem& item) {
      const std::optional<FieldIndex> index = schema_->find(item.field);
      return index ? *index : schema_->fields.size();
    };
    std::stable_sort(review_.items.begin(), review_.items.end(), [&](const ReviewItem& left, const ReviewItem& right) {
      return left.verdict != right.verdict ? left.verdict < right.verdict : place(left) < place(right);
    });
    if (std::optional<FieldChange> change = sources_->used_by(review_.items))
      review_.sources.push_back(std::move(*change));
  }

  const Delivery& delivery_;
  const Site& site_;
  const FileTree& files_;
  Date today_;
  const std::vector<std::string>& accepted_;
  const std::vector<std::string>& left_;
  Language language_;
  Review review_;
  EntryOfForm entry_;
  const Schema* schema_ = nullptr;       // of its collection
  std::optional<EntrySources> sources_;  // of the entry; there once its schema is known
};

}  // namespace

Review review_delivery(const Delivery& delivery, const Site& site, const FileTree& sources, Date today,
                       const std::vector<std::string>& accepted, const std::vector<std::string>& left,
                       Language language) {
  return Reviewer(delivery, site, sources, today, accepted, left, language).review();
}

}  // namespace wegwijs
