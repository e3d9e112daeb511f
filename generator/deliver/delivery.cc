#include "deliver/delivery.h"

#include <algorithm>
#include <array>

#include "deliver/delivery_table.h"
#include "deliver/workbook.h"
#include "schema/schema_defaults.h"
#include "text/ascii.h"
#include "text/printable.h"

namespace wegwijs {
namespace {

/// One line without anything that cannot be seen: that is all that a profile holds.
std::string cleaned(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == npos) return "";
  text = printable(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
  const auto is_double = [](char left, char right) { return left == ' ' && right == ' '; };
  text.erase(std::unique(text.begin(), text.end(), is_double), text.end());
  return text;
}

void clean(std::string& text) {
  text = cleaned(std::move(text));
}

void clean(GivenSource& source) {
  for (std::string* text : {&source.kind, &source.title, &source.address, &source.page}) clean(*text);
}

void clean(Delivery& delivery) {
  for (std::string* text : {&delivery.collection, &delivery.entry, &delivery.title, &delivery.schema_version,
                            &delivery.made_on, &delivery.role})
    clean(*text);
  clean(delivery.source);
  for (auto& [key, value] : delivery.facts) clean(value);
  for (Answer& answer : delivery.answers) {
    for (std::string* text : {&answer.field, &answer.answer, &answer.explanation, &answer.amount, &answer.unit,
                              &answer.from, &answer.place.nl, &answer.place.en})
      clean(*text);
    for (std::string& level : answer.levels) clean(level);
    for (std::string& year : answer.years) clean(year);
    clean(answer.source);
  }
}

constexpr std::string_view old_office_mark = "\xD0\xCF\x11\xE0";

/// Whether somebody saved the mail in the place of what is attached to it: as a text (.eml), or as Outlook does (.msg),
/// whose parts have names in UTF-16.
bool is_mail(std::string_view bytes) {
  constexpr std::string_view outlook("_\0_\0s\0u\0b\0s\0t\0g\0", 16);
  if (bytes.starts_with(old_office_mark)) return bytes.find(outlook) != std::string_view::npos;
  const std::string_view head = bytes.substr(0, bytes.find("\n\n"));
  constexpr std::array<std::string_view, 6> firsts{
      "From:", "Received:", "Return-Path:", "Delivered-To:", "MIME-Version:", "Subject:"};
  const bool begins_so =
      std::any_of(firsts.begin(), firsts.end(), [&](std::string_view one) { return bytes.starts_with(one); });
  return begins_so && (head.find("\nSubject:") != std::string_view::npos || bytes.starts_with("Subject:"));
}

/// Of the form on paper, as a camera or a scanner keeps it.
bool is_photo(std::string_view bytes) {
  constexpr std::size_t before_kind = 4;  // the length of the first box of HEIC
  constexpr std::array<std::string_view, 5> beginnings{"\xFF\xD8\xFF", "\x89PNG", "II*", std::string_view("MM\0*", 4),
                                                       "RIFF"};
  return bytes.substr(std::min(before_kind, bytes.size())).starts_with("ftyp") ||
         std::any_of(beginnings.begin(), beginnings.end(),
                     [&](std::string_view one) { return bytes.starts_with(one); });
}

}  // namespace

const ClaimWords& claim_words_of(const Site& site, std::string_view collection) {
  const std::optional<std::uint16_t> number = site.find_collection(collection);
  return number ? site.collections[*number].schema.claims : schema_defaults().claims;
}

std::string answer_of_word(std::string_view word, const ClaimWords& words) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> own{
      {{"klopt nog", answer_confirms},
       {"klopt", answer_confirms},
       {"klopt niet", answer_doubts},
       {"klopt_niet", answer_doubts},
       {"klopt niet meer", answer_doubts}}};
  const std::string wanted = lower_case(word);
  const auto* found = std::find_if(own.begin(), own.end(), [&](const auto& pair) { return pair.first == wanted; });
  if (found != own.end()) return std::string(found->second);
  for (const ClaimStatus& status : words.statuses) {
    const bool is_it = lower_case(status.id) == wanted || lower_case(status.label.nl) == wanted ||
                       (!status.label.en.empty() && lower_case(status.label.en) == wanted);
    if (is_it && status.means != Meaning::mentioned) return status.id;
  }
  return "";
}

std::string answers_in_words(const ClaimWords& words, Language language) {
  std::vector<std::string> labels;
  for (const ClaimStatus* status : words.form_answers()) labels.emplace_back(status->label.in(language));
  return listed(labels);
}

Delivery read_delivery(std::string_view bytes, std::string_view file_name, const Site& site) {
  Delivery delivery;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (bytes.size() > delivery_size_limit) {
    delivery.refusal = {
        "Dit bestand is te groot: een formulier is hooguit 4 MB. Vraag de school om het formulier zelf.",
        "This file is too large: a form is 4 MB at most. Ask the school for the form itself."};
  } else if (bytes.starts_with("PK")) {
    delivery = read_delivery_workbook(bytes, site);
  } else if (first == std::string_view::npos) {
    delivery.refusal = {"Dit bestand is leeg. Vraag de school om het opnieuw te bewaren en te mailen.",
                        "This file is empty. Ask the school to save and mail it again."};
  } else if (is_mail(bytes.substr(first))) {
    delivery.refusal = {"Dit is de mail zelf. Open hem, bewaar de bijlage, en neem die.",
                        "This is the mail itself. Open it, save what is attached, and take that."};
  } else if (bytes.starts_with(old_office_mark)) {
    delivery.refusal = {
        "Dit is een werkboek in de oude vorm van Excel (.xls). Sla het op als .xlsx en probeer het opnieuw.",
        "This is a workbook in the old form of Excel (.xls). Save it as .xlsx and try again."};
  } else if (bytes.starts_with("%PDF")) {
    delivery.refusal = {"Dit is een pdf. Neem de antwoorden over in het formulier, of vraag de school om het bestand.",
                        "This is a PDF. Copy the answers into the form, or ask the school for the file."};
  } else if (is_photo(bytes)) {
    delivery.refusal = {
        "Dit is een foto of een scan. Neem de antwoorden over in het formulier op de site, of bewerk het profiel.",
        "This is a photo or a scan. Copy the answers into the form on the site, or edit the profile."};
  } else if (first != std::string_view::npos && bytes[first] == '{') {
    delivery = read_delivery_json(bytes, site);
  } else {
    delivery = read_delivery_csv(bytes, site);
  }
  delivery.file = std::string(file_name);
  clean(delivery);
  return delivery;
}

}  // namespace wegwijs
