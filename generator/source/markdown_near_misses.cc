#include "source/markdown_near_misses.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace wegwijs {
namespace {

constexpr std::size_t longest_words = 40;  // code points

constexpr BilingualText broken_link{"een link sluit met ) en heeft geen spatie in het adres",
                                    "a link ends with ) and has no space in its address"};
constexpr BilingualText spaced_link{"tussen ] en ( mag geen spatie staan", "no space may stand between ] and ("};
constexpr BilingualText unknown_footnote{"een voetnoot met deze naam staat niet in de tekst",
                                         "there is no footnote of this name in the text"};
constexpr BilingualText unspaced_heading{"achter de # van een kop hoort een spatie",
                                         "a space belongs behind the # of a heading"};
constexpr BilingualText wiki_link{"een link schrijft u hier als [tekst](/adres/)",
                                  "a link is written here as [text](/address/)"};
constexpr BilingualText shortcode{"opdrachten van een ander programma worden hier niet uitgevoerd",
                                  "commands of another program are not carried out here"};
constexpr BilingualText loose_emphasis{"binnen de ** mag aan het begin en het eind geen spatie staan",
                                       "no space may stand within the ** at the beginning and the end"};
constexpr BilingualText pasted_bullet{"een opsomming begint hier met een streepje en een spatie",
                                      "a list begins here with a hyphen and a space"};
constexpr BilingualText table_without_rule{"onder de koppen van een tabel hoort een regel als |---|---|",
                                           "a line like |---|---| belongs under the headings of a table"};

/// From `begin` up to where a line, a sentence part or markup ends.
NearMiss miss_at(std::string_view text, std::size_t begin, std::string_view ends, BilingualText reason) {
  const std::string_view rest = text.substr(begin);
  const std::size_t end = std::min(rest.find_first_of(ends, 1), rest.size());
  return {std::string(first_code_points(rest.substr(0, end), longest_words)), reason};
}

std::optional<NearMiss> miss_at_begin(std::string_view text) {
  const std::size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  const bool heading =
      hashes >= 2 && hashes <= 6 && hashes < text.size() && text[hashes] != ' ' && text[hashes] != '\n';
  if (heading) return miss_at(text, 0, " \n\1", unspaced_heading);
  if (text.starts_with("•") || text.starts_with("·")) return miss_at(text, 0, "\n\1", pasted_bullet);
  const std::size_t line_end = std::min(text.find('\n'), text.size());
  if (text.starts_with('|') && text.substr(0, line_end).find('|', 1) != std::string_view::npos) {
    return miss_at(text, 0, "\n\1", table_without_rule);
  }
  return std::nullopt;
}

bool begins_address(std::string_view text) {
  return text.starts_with('/') || text.starts_with("http") || text.starts_with("www.") || text.starts_with("mailto:");
}

}  // namespace

std::optional<NearMiss> near_miss_in(std::string_view text) {
  if (auto miss = miss_at_begin(text)) return miss;
  struct Sign {
    std::string_view sign;
    std::string_view ends;
    BilingualText reason;
  };
  constexpr std::string_view line_ends = "\n\1";
  static constexpr std::array signs{Sign{"](", ")\n\1", broken_link},  Sign{"[^", "\n\1 ]", unknown_footnote},
                                    Sign{"[[", "]\n\1", wiki_link},    Sign{"{{<", line_ends, shortcode},
                                    Sign{"{{%", line_ends, shortcode}, Sign{"**", " \n\1", loose_emphasis}};
  for (const Sign& one : signs) {
    const std::size_t place = text.find(one.sign);
    if (place != std::string_view::npos) return miss_at(text, place, one.ends, one.reason);
  }
  for (std::size_t place = text.find("] ("); place != std::string_view::npos; place = text.find("] (", place + 1)) {
    if (begins_address(text.substr(place + 3))) return miss_at(text, place, ")\n\1", spaced_link);
  }
  return std::nullopt;
}

}  // namespace wegwijs
