#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/site.h"

namespace wegwijs {

/// Where an answer comes from, as the school wrote it.
struct GivenSource {
  std::string kind;  ///< id of a kind of source of the schema; empty: not said
  std::string title;
  std::string address;
  std::string page;  ///< "p. 14"

  bool is_named() const { return !title.empty() || !address.empty(); }
};

/// What a school says on one row. Everything is as it was written; review.h judges it.
struct Answer {
  std::string field;   ///< id of the row in the form, perhaps a former one
  std::string answer;  ///< id of a status, or one of the words below; empty for a row of text
  std::string explanation;
  std::vector<std::string> levels;
  std::vector<std::string> years;
  std::string amount;
  std::string unit;
  std::string from;
  GivenSource source;               ///< of this row alone
  std::optional<std::string> seen;  ///< `seen_of` of the claims that the form showed; none: not said
  Label place;                      ///< for people: "veld 'lift'", "blad Formulier, rij 12"
};

inline constexpr std::string_view answer_confirms = "klopt";
inline constexpr std::string_view answer_doubts = "klopt_niet";

/// A part of a file that says nothing that can be taken in. Nothing is lost: it is quoted in the report.
struct NotUnderstood {
  Label place;
  std::string written;
  Label reason;            ///< with what to do
  std::string topic = {};  ///< what the row is called; empty where that is not known
};

/// One filled-in form, from whatever file.
struct Delivery {
  std::string file;
  std::string collection;
  std::string entry;
  std::string title;           ///< the name of the school that the form shows
  std::string schema_version;  ///< of the form
  std::string made_on;         ///< 2026-11-28
  std::string role;
  GivenSource source;  ///< of every answer without its own
  bool is_new = false;
  std::vector<std::pair<std::string, std::string>> facts;  ///< of a new school: name, website …
  std::vector<Answer> answers;
  std::vector<NotUnderstood> not_understood;
  Label refusal;  ///< why nothing of the file can be taken in; empty: it can
};

/// The words of claims in the collection called `collection`; the usual ones when the site has no such collection.
const ClaimWords& claim_words_of(const Site& site, std::string_view collection);

/// The id of the answer that a word in a cell means ("Ja", "in ontwikkeling", "Klopt nog"); empty when there is none.
std::string answer_of_word(std::string_view word, const ClaimWords& words);

/// What a form can be answered with, in the order of its choices: "Ja, Deels, Nee, In ontwikkeling".
std::string answers_in_words(const ClaimWords& words, Language language);

/// The most that one file may hold; what is over it is refused before it is read.
inline constexpr std::size_t delivery_size_limit = 4 * 1024 * 1024;
inline constexpr std::size_t most_answers = 1000;

/// Reads any file that a school may send; its content says of which kind it is. The words in it are those of the
/// schemas of `site`.
Delivery read_delivery(std::string_view bytes, std::string_view file_name, const Site& site);

Delivery read_delivery_json(std::string_view bytes, const Site& site);

}  // namespace wegwijs
