#include "model/collection_settings.h"

#include <algorithm>

#include "model/setting_values.h"
#include "schema/key_check.h"

namespace wegwijs {
namespace {

class CollectionReader {
 public:
  explicit CollectionReader(Diagnostics& diagnostics) : diagnostics_(diagnostics), values_(diagnostics) {}

  CollectionRule read(const YamlNode::Entry& entry, std::span<const CollectionRule> earlier) {
    const MapReader reader(entry.value, {"een verzameling", "a collection"}, diagnostics_);
    reader.check_keys({"map", "adres", "sjabloon", "lijsten", "vergelijkingen", "onderwerpen", "agenda", "woordenlijst",
                       "open_data", "zoeken", "feed", "vragen", "over_eigen_jaar", "tabel", "voorbij_weglaten",
                       "nakijken_na"});
    reader.required_text("map");
    CollectionRule rule;
    rule.name = entry.key;
    rule.folder = values_.folder(entry.value, "map");
    rule.address = values_.address(entry.value, "adres");
    const std::string_view name = braced_name(rule.address.text);
    if (!name.empty() && name != "id") {
      values_.report(*entry.value.find("adres"), "adres",
                     {"een adres met {id}, als /scholen/{id}/", "an address with {id}, such as /scholen/{id}/"});
      rule.address.text.clear();
    }
    rule.page_template = values_.setting(entry.value, "sjabloon");
    rule.is_glossary = reader.yes_no("woordenlijst", false);
    rule.is_of_its_year = reader.yes_no("over_eigen_jaar", false);
    rule.is_table = reader.yes_no("tabel", false);
    rule.leaves_out_past = reader.yes_no("voorbij_weglaten", false);
    if (const YamlNode* days = entry.value.find("nakijken_na"))
      rule.days_until_stale = values_.count(*days, "nakijken_na");
    rule.search = read_search(entry.value);
    rule.calendar = values_.folder_address(entry.value, "agenda");
    rule.open_data = values_.folder_address(entry.value, "open_data");
    rule.feed = values_.feed_address(entry.value, "feed");
    if (is_folder_of_collection(rule.folder.text, earlier)) {
      values_.report(
          *entry.value.find("map"), "map",
          {"een map die niet ook van een andere verzameling is", "a folder that is not another collection's too"});
    }
    if (!rule.address.text.empty() && rule.page_template.text.empty()) rule.page_template.text = "pagina";
    const bool is_taken = std::any_of(earlier.begin(), earlier.end(),
                                      [&](const CollectionRule& one) { return one.feed.text == rule.feed.text; });
    if (!rule.feed.text.empty() && is_taken)
      values_.report(*entry.value.find("feed"), "feed",
                     {"een adres dat geen andere verzameling heeft", "an address that no other collection has"});
    for (const YamlNode& element : reader.elements("lijsten"))
      rule.listings.push_back(read_listing(element, entry.key));
    for (const YamlNode& element : reader.elements("vergelijkingen"))
      rule.comparisons.push_back(read_comparison(element));
    for (const YamlNode& element : reader.elements("onderwerpen")) rule.topics.push_back(read_topics(element));
    if (const YamlNode* questions = entry.value.find("vragen")) rule.questions = read_questions(*questions);
    return rule;
  }

  ListingRule read_listing(const YamlNode& node, std::string_view collection) {
    const MapReader reader(node, {"een lijst", "a listing"}, diagnostics_);
    reader.check_keys({"adres", "titel", "samenvatting", "verzamelingen", "indelen", "volgorde", "sjabloon", "kiezen"});
    ListingRule rule;
    read_page(node, reader, "lijst", rule);
    rule.grouped_by = values_.setting(node, "indelen");
    const SettingText order = values_.setting(node, "volgorde");
    rule.newest_first = order.text == "nieuwste-eerst";
    if (!rule.newest_first && node.find("volgorde") != nullptr)
      values_.report(*node.find("volgorde"), "volgorde", {"nieuwste-eerst, of niets", "nieuwste-eerst, or nothing"});
    for (const YamlNode& element : reader.elements("verzamelingen"))
      rule.collections.push_back({element.text, element.where});
    if (rule.collections.empty()) rule.collections.push_back({std::string(collection), node.where});
    if (const YamlNode* finder = node.find("kiezen")) rule.finder = read_finder(*finder);
    return rule;
  }

 private:
  SearchRule read_search(const YamlNode& collection) {
    SearchRule rule;
    const YamlNode* node = collection.find("zoeken");
    if (node == nullptr) return rule;
    const MapReader reader(*node, {"'zoeken'", "'zoeken'"}, diagnostics_);
    reader.check_keys({"voorrang", "voorrang_lijsten", "apart"});
    rule.precedence = percentage(reader, "voorrang", rule.precedence);
    rule.list_precedence = percentage(reader, "voorrang_lijsten", rule.list_precedence);
    rule.stands_apart = reader.yes_no("apart", false);
    return rule;
  }

  int percentage(const MapReader& reader, std::string_view key, int otherwise) {
    const std::optional<long> number = reader.whole_number(key);
    if (!number) return otherwise;
    if (*number < 1 || *number > 1000) {
      values_.report(*reader.find(key), key, {"een percentage van 1 tot 1000", "a percentage from 1 to 1000"});
      return otherwise;
    }
    return static_cast<int>(*number);
  }

  /// What every rule of pages has.
  template <typename Rule>
  void read_page(const YamlNode& node, const MapReader& reader, std::string_view page_template, Rule& rule) const {
    reader.required_text("adres");
    rule.address = values_.address(node, "adres");
    rule.title = reader.required_text("titel").value_or("");
    rule.summary = reader.text("samenvatting").value_or("");
    rule.page_template = values_.page_template(node, page_template);
  }

  QuestionsRule read_questions(const YamlNode& node) {
    const MapReader reader(node, {"de pagina met vragen", "the page with questions"}, diagnostics_);
    reader.check_keys({"adres", "titel", "samenvatting", "sjabloon"});
    QuestionsRule rule;
    read_page(node, reader, "vragen", rule);
    return rule;
  }

  FinderRule read_finder(const YamlNode& node) {
    const MapReader reader(node, {"de keuzes bij een lijst", "the choices of a list"}, diagnostics_);
    reader.check_keys({"onderwerpen_vanaf", "afstand", "postcodes"});
    FinderRule rule;
    rule.place_field = values_.setting(node, "afstand");
    rule.places_address = values_.setting(node, "postcodes");
    const std::optional<long> least = reader.whole_number("onderwerpen_vanaf");
    if (!least) return rule;
    if (*least < 1)
      values_.report(*node.find("onderwerpen_vanaf"), "onderwerpen_vanaf", {"een getal vanaf 1", "a number from 1"});
    rule.least_stated = static_cast<std::size_t>(std::max(*least, 1L));
    return rule;
  }

  ComparisonRule read_comparison(const YamlNode& node) {
    const MapReader reader(node, {"een vergelijking", "a comparison"}, diagnostics_);
    reader.check_keys({"adres", "titel", "samenvatting", "overzicht", "opdelen", "buren", "sjabloon"});
    ComparisonRule rule;
    read_page(node, reader, "vergelijking", rule);
    rule.split_by = values_.setting(node, "opdelen");
    rule.neighbours_by = values_.setting(node, "buren");
    const bool has_both = rule.address.text.find("{groep}") != std::string::npos && !rule.field().empty();
    if (!has_both && !rule.address.text.empty())
      values_.report(*node.find("adres"), "adres",
                     {"een adres met {groep} en een veld, als /vergelijken/{groep}/{niveaus}/",
                      "an address with {groep} and a field, such as /vergelijken/{groep}/{niveaus}/"});
    if (const YamlNode* index = node.find("overzicht")) read_comparison_index(*index, rule);
    return rule;
  }

  TopicRule read_topics(const YamlNode& node) {
    const MapReader reader(node, {"een reeks onderwerpen", "a set of topics"}, diagnostics_);
    reader.check_keys({"adres", "titel", "samenvatting", "minstens", "sjabloon"});
    TopicRule rule;
    read_page(node, reader, "onderwerp", rule);
    if (braced_name(rule.address.text) != "onderwerp" && !rule.address.text.empty())
      values_.report(*node.find("adres"), "adres",
                     {"een adres met {onderwerp}, als /scholen/hulp/{onderwerp}/",
                      "an address with {onderwerp}, such as /scholen/hulp/{onderwerp}/"});
    if (const YamlNode* at_least = node.find("minstens")) rule.at_least = values_.count(*at_least, "minstens");
    return rule;
  }

  void read_comparison_index(const YamlNode& node, ComparisonRule& rule) {
    const MapReader reader(node, {"het overzicht van een vergelijking", "the overview of a comparison"}, diagnostics_);
    reader.check_keys({"adres", "titel", "samenvatting", "sjabloon"});
    reader.required_text("adres");
    rule.index_address = values_.address(node, "adres");
    rule.index_title = reader.required_text("titel").value_or("");
    rule.index_summary = reader.text("samenvatting").value_or("");
    rule.index_template = values_.page_template(node, "vergelijkingen");
  }

  Diagnostics& diagnostics_;
  SettingValues values_;
};

}  // namespace

CollectionRule read_collection_rule(const YamlNode::Entry& entry, std::span<const CollectionRule> earlier,
                                    Diagnostics& diagnostics) {
  return CollectionReader(diagnostics).read(entry, earlier);
}

ListingRule read_listing_rule(const YamlNode& node, std::string_view collection, Diagnostics& diagnostics) {
  return CollectionReader(diagnostics).read_listing(node, collection);
}

bool is_folder_of_collection(const std::string& folder, std::span<const CollectionRule> collections) {
  return !folder.empty() && std::any_of(collections.begin(), collections.end(), [&](const CollectionRule& other) {
    const std::string theirs = other.folder.text + "/";
    return (folder + "/").starts_with(theirs) || theirs.starts_with(folder + "/");
  });
}

}  // namespace wegwijs
