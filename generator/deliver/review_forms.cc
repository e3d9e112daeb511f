#include "deliver/review_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "deliver/said.h"
#include "text/html_escape.h"
#include "text/printable.h"

namespace wegwijs {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::array verdicts{Verdict::not_understood, Verdict::contradicting, Verdict::changed,
                              Verdict::added,          Verdict::confirmed,     Verdict::same};

std::string counts_of(const Review& review, Language language) {
  if (review.items.empty()) return said(language, {"Er staan geen antwoorden in", "There are no answers in it"});
  std::string counts;
  for (const Verdict verdict : verdicts) {
    const std::size_t count = review.count(verdict);
    if (count == 0) continue;
    std::string word(verdict_in_words(verdict, language));
    word[0] = static_cast<char>(word[0] + ('a' - 'A'));
    counts += (counts.empty() ? "" : ", ") + fmt::format("{} {}", count, word);
  }
  return counts;
}

std::size_t ticked(const Review& review) {
  return static_cast<std::size_t>(
      std::count_if(review.items.begin(), review.items.end(), [](const ReviewItem& item) { return item.is_ticked; }));
}

std::string name_of(const Review& review) {
  const std::string& name = review.title.empty() ? review.file : review.title;
  return printable(name);
}

std::string line_of(const ReviewItem& item, Language language) {
  const bool may_be_ticked = item.change && item.verdict != Verdict::same;
  const std::string tick = !may_be_ticked ? "" : item.is_ticked ? "[x] " : "[ ] ";
  std::string line = "- " + tick + printable(item.topic);
  if (!item.place.empty()) line += (item.topic.empty() ? "" : " ") + fmt::format("({})", printable(item.place));
  line += "\n";
  if (!item.wanted.empty()) line += "    school: " + printable(item.wanted) + "\n";
  if (!item.now.empty() && item.verdict != Verdict::added) line += "    site:   " + printable(item.now) + "\n";
  if (!item.remark.empty()) line += "    " + printable(item.remark) + "\n";
  if (may_be_ticked && !item.is_ticked)
    line += "    " +
            said(language, {"Toch overnemen: --accept {}\n", "Take it in all the same: --accept {}\n"}, item.field);
  return line;
}

std::string by_whom(const Review& review, Language language) {
  return review.role.empty() ? "" : said(language, {" door: {}", " by: {}"}, review.role);
}

std::string text_of_review(const Review& review, Language language) {
  std::string text = fmt::format("{}: {}\n", printable(review.file), name_of(review));
  if (!review.refusal.empty())
    return text + said(language, {"Niets overgenomen. {}\n", "Nothing is taken in. {}\n"}, printable(review.refusal));
  text += said(language, {"Ingevuld op {}{}. {}.\n", "Filled in on {}{}. {}.\n"}, review.made_on,
               printable(by_whom(review, language)), counts_of(review, language));
  for (const std::string& remark : review.remarks) text += remark + "\n";
  for (const Verdict verdict : verdicts) {
    if (review.count(verdict) == 0) continue;
    text += fmt::format("\n{} ({})\n", verdict_in_words(verdict, language), review.count(verdict));
    for (const ReviewItem& item : review.items) {
      if (item.verdict == verdict) text += line_of(item, language);
    }
  }
  return text;
}

OrderedJson json_of(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::null:
      return nullptr;
    case YamlNode::Kind::scalar:
      return node.text;
    case YamlNode::Kind::sequence: {
      OrderedJson list = OrderedJson::array();
      for (const YamlNode& element : node.elements) list.push_back(json_of(element));
      return list;
    }
    case YamlNode::Kind::map: {
      OrderedJson map = OrderedJson::object();
      for (const YamlNode::Entry& entry : node.entries) map[entry.key] = json_of(entry.value);
      return map;
    }
  }
  return nullptr;
}

OrderedJson json_of(const std::optional<YamlNode>& node) {
  return node ? json_of(*node) : OrderedJson(nullptr);
}

OrderedJson json_of(const Review& review) {
  OrderedJson json;
  json["bestand"] = review.file;
  json["verzameling"] = review.collection;
  json["id"] = review.entry;
  json["naam"] = review.title;
  json["profiel"] = review.path;
  json["nieuw"] = review.is_new;
  json["ingevuld_op"] = review.made_on;
  if (!review.refusal.empty()) json["geweigerd"] = review.refusal;
  json["opmerkingen"] = review.remarks;
  json["antwoorden"] = OrderedJson::array();
  for (const ReviewItem& item : review.items) {
    json["antwoorden"].push_back({{"oordeel", verdict_id(item.verdict)},
                                  {"veld", item.field},
                                  {"onderwerp", item.topic},
                                  {"plaats", item.place},
                                  {"nu", item.now},
                                  {"school", item.wanted},
                                  {"opmerking", item.remark},
                                  {"neem_over", item.is_ticked}});
  }
  const ChangeSet changes = review.changes();
  json["wijziging"] = {{"verzameling", changes.collection},
                       {"id", changes.entry},
                       {"door", changes.by},
                       {"datum", changes.date},
                       {"velden", OrderedJson::array()}};
  for (const FieldChange& change : changes.fields)
    json["wijziging"]["velden"].push_back(
        {{"veld", change.field}, {"gezien", json_of(change.seen)}, {"gewenst", json_of(change.wanted)}});
  return json;
}

std::string row_of(const ReviewItem& item, Language language) {
  return fmt::format(
      "<tr><th scope=\"row\">{}<br><small>{}</small></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
      html_escaped(item.topic), html_escaped(item.place), html_escaped(item.now), html_escaped(item.wanted),
      html_escaped(item.remark),
      item.is_ticked ? said(language, {"Neem over", "Take in"}) : said(language, {"Laat staan", "Leave"}));
}

constexpr std::array heads_of_table{BilingualText{"Onderwerp", "Topic"},
                                    BilingualText{"Nu op de site", "Now on the site"},
                                    BilingualText{"Volgens de school", "According to the school"},
                                    BilingualText{"Let op", "Note"}, BilingualText{"Wat gebeurt er", "What happens"}};

std::string html_of(const Review& review, Language language) {
  std::string html = fmt::format("<section><h2>{}</h2>\n", html_escaped(name_of(review)));
  if (!review.refusal.empty())
    return html + said(language,
                       {"<p><b>Niets overgenomen.</b> {} ({})</p></section>\n",
                        "<p><b>Nothing is taken in.</b> {} ({})</p></section>\n"},
                       html_escaped(review.refusal), html_escaped(review.file));
  html += said(language, {"<p>Bestand {}, ingevuld op {}{}. {}.</p>\n", "<p>File {}, filled in on {}{}. {}.</p>\n"},
               html_escaped(review.file), html_escaped(review.made_on), html_escaped(by_whom(review, language)),
               html_escaped(counts_of(review, language)));
  for (const std::string& remark : review.remarks) html += fmt::format("<p>{}</p>\n", html_escaped(remark));
  for (const Verdict verdict : verdicts) {
    if (review.count(verdict) == 0) continue;
    html += fmt::format(
        "<h3>{0} ({1})</h3>\n<div class=\"tabel\" tabindex=\"0\" role=\"region\" "
        "aria-label=\"{0}\"><table><thead><tr>",
        verdict_in_words(verdict, language), review.count(verdict));
    for (const BilingualText head : heads_of_table) html += fmt::format("<th scope=\"col\">{}</th>", head.in(language));
    html += "</tr></thead><tbody>\n";
    for (const ReviewItem& item : review.items) {
      if (item.verdict == verdict) html += row_of(item, language);
    }
    html += "</tbody></table></div>\n";
  }
  if (ticked(review) == 0 && !review.is_new)
    return html +
           said(language, {"<p>Er is niets aangevinkt.</p></section>\n", "<p>Nothing is ticked.</p></section>\n"});
  return html + said(language,
                     {"<p>Neem {} over: <code>wegwijs receive {} --apply</code>. Ook iets dat tegenspreekt: "
                      "<code>--accept veld</code>. Iets niet: <code>--leave veld</code>.</p></section>\n",
                      "<p>Take {} in: <code>wegwijs receive {} --apply</code>. Also what contradicts: <code>--accept "
                      "field</code>. Not all: <code>--leave field</code>.</p></section>\n"},
                     ticked(review), html_escaped(review.file));
}

void list_topics(std::string& mail, const Review& review, Verdict verdict, std::string_view head) {
  std::string topics;
  for (const ReviewItem& item : review.items) {
    if (item.verdict == verdict && (item.is_ticked || verdict == Verdict::same))
      topics += (topics.empty() ? "" : "; ") + item.topic;
  }
  if (!topics.empty()) mail += fmt::format("- {}: {}\n", head, topics);
}

}  // namespace

std::string reviews_as_text(std::span<const Review> reviews, Language language) {
  std::string text;
  for (const Review& review : reviews) text += (text.empty() ? "" : "\n") + text_of_review(review, language);
  return text;
}

std::string reviews_as_json(std::span<const Review> reviews) {
  OrderedJson list = OrderedJson::array();
  for (const Review& review : reviews) list.push_back(json_of(review));
  return list.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + "\n";
}

std::string reviews_as_html(std::span<const Review> reviews, Language language) {
  std::string html = fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">", language == Language::en ? "en" : "nl");
  html +=
      "\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<style>body{"
      "font:1rem/1.5 sans-serif;max-width:75rem;margin:1rem auto;padding:0 1rem}.tabel{overflow-x:auto}table{border-"
      "collapse:collapse}th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}</style>"
      "\n";
  html += said(language, {"<title>Ontvangen | Wegwijs</title>\n</head>\n<body>\n<main>\n<h1>Ontvangen</h1>\n"
                          "<p>Er is nog niets veranderd.</p>\n",
                          "<title>Received | Wegwijs</title>\n</head>\n<body>\n<main>\n<h1>Received</h1>\n"
                          "<p>Nothing has changed yet.</p>\n"});
  for (const Review& review : reviews) html += html_of(review, language);
  return html + "</main>\n</body>\n</html>\n";
}

std::string reply_to(const Site& site, const Review& review, Language language) {
  const auto say = [&](BilingualText words, const auto&... arguments) { return said(language, words, arguments...); };
  const std::string& title = site.settings.title;
  std::string mail = say({"Onderwerp: {}: uw aanvulling voor {}\n\nBeste collega,\n\n",
                          "Subject: {}: your additions for {}\n\nDear colleague,\n\n"},
                         title, name_of(review));
  const std::string end = say({"Met vriendelijke groet,\n{}\n", "Kind regards,\n{}\n"}, title);
  if (!review.refusal.empty())
    return mail +
           say({"Dank voor uw bestand. Wij konden de antwoorden er niet uit halen. Wilt u het formulier op de site nog "
                "eens bewaren en het bestand aan deze mail hangen? Wat u invulde, kunt u daar weer openen.\n\n",
                "Thank you for your file. We could not get the answers out of it. Can you save the form on the site "
                "once "
                "more, and attach that file to this mail? What you filled in can be opened there again.\n\n"}) +
           end;
  const std::optional<Date> day = read_date(review.made_on);
  mail += say({"Dank voor uw formulier van {}.", "Thank you for your form of {}."},
              day ? date_in_words(*day, language) : review.made_on);
  const bool is_nothing = ticked(review) + review.count(Verdict::same) == 0;
  mail += is_nothing ? "\n" : say({" Dit komt op {}:\n", " This will be on {}:\n"}, title);
  list_topics(mail, review, Verdict::added, say({"nieuw", "new"}));
  list_topics(mail, review, Verdict::changed, say({"gewijzigd", "changed"}));
  list_topics(mail, review, Verdict::confirmed, say({"bevestigd", "confirmed"}));
  list_topics(mail, review, Verdict::contradicting, say({"na overleg gewijzigd", "changed after consultation"}));
  list_topics(mail, review, Verdict::same, say({"al overgenomen", "taken in before"}));
  int question = 0;
  for (const ReviewItem& item : review.items) {
    const bool is_open =
        item.verdict == Verdict::not_understood || item.verdict == Verdict::contradicting || item.is_private;
    if (!is_open || item.is_ticked) continue;
    if (question == 0) mail += say({"\nWij hebben nog een vraag over:\n", "\nWe still have a question on:\n"});
    const std::string now = item.now.empty() ? "" : say({". Nu staat er: {}", ". Now it says: {}"}, item.now);
    mail += say({"{}. {}{}. U schreef: \"{}\". {}\n", "{}. {}{}. You wrote: \"{}\". {}\n"}, ++question,
                item.topic.empty() ? item.place : item.topic, now, item.wanted,
                item.question.empty() ? say({"Wilt u dit antwoord nog eens sturen, of anders schrijven?",
                                             "Can you send this answer once more, or write it otherwise?"})
                                      : item.question);
  }
  const std::optional<std::uint16_t> collection = site.find_collection(review.collection);
  const auto entry = collection ? site.collections[*collection].find(review.entry) : std::nullopt;
  const std::string address = entry ? address_of(site, {*collection, *entry}) : "";
  if (!address.empty())
    mail += say({"\nZo ziet de pagina eruit: {}{}\n", "\nThis is the page: {}{}\n"}, site.settings.base_address,
                address.substr(1));
  return mail +
         say({"\nKlopt er iets niet? Antwoord op deze mail.\n\n", "\nIs anything wrong? Answer this mail.\n\n"}) + end;
}

}  // namespace wegwijs
