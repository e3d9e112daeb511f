#include "publish/release.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <iterator>

#include "text/ascii.h"

namespace wegwijs {
namespace {

constexpr std::size_t word_size = 8;
constexpr std::string_view name_form = "dddddddd-dddddd-xxxxxxxx";

bool is_hexadecimal(char character) {
  return is_digit(character) || (character >= 'a' && character <= 'f');
}

}  // namespace

std::string content_word(const Manifest& manifest) {
  return hexadecimal(digest_of(manifest_text(manifest))).substr(0, word_size);
}

std::string release_name(Moment when, const Manifest& manifest) {
  using namespace std::chrono;
  const sys_seconds moment{seconds(when)};
  const auto day = floor<days>(moment);
  const year_month_day date(day);
  const hh_mm_ss time(moment - day);
  return fmt::format("{:04}{:02}{:02}-{:02}{:02}{:02}-{}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), time.hours().count(),
                     time.minutes().count(), time.seconds().count(), content_word(manifest));
}

bool is_release_name(std::string_view name) {
  return name.size() == name_form.size() &&
         std::equal(name.begin(), name.end(), name_form.begin(), [](char character, char form) {
           return form == 'd' ? is_digit(character) : form == 'x' ? is_hexadecimal(character) : character == form;
         });
}

std::string time_of_release(std::string_view name) {
  return fmt::format("{}-{}-{} {}:{}:{} UTC", name.substr(0, 4), name.substr(4, 2), name.substr(6, 2),
                     name.substr(9, 2), name.substr(11, 2), name.substr(13, 2));
}

Moment moment_of_release(std::string_view name) {
  const auto number = [&](std::size_t begin, std::size_t size) {
    int value = 0;
    std::from_chars(name.data() + begin, name.data() + begin + size, value);
    return value;
  };
  using namespace std::chrono;
  const year_month_day date{year(number(0, 4)), month(static_cast<unsigned>(number(4, 2))),
                            day(static_cast<unsigned>(number(6, 2)))};
  const auto moment = sys_days(date) + hours(number(9, 2)) + minutes(number(11, 2)) + seconds(number(13, 2));
  return moment.time_since_epoch().count();
}

std::optional<std::string> release_before_current(const std::vector<Release>& releases) {
  std::optional<std::string> before;
  for (const Release& release : releases) {
    if (release.is_current) return before;
    before = release.name;
  }
  return std::nullopt;
}

bool has_fingerprint(std::string_view path) {
  static constexpr std::array<std::string_view, 5> endings{".bin", ".js", ".css", ".woff2", ".map"};
  std::string_view plain = path;
  for (const std::string_view form : {".gz", ".br"}) {
    if (plain.ends_with(form)) plain.remove_suffix(form.size());
  }
  if (std::none_of(endings.begin(), endings.end(), [&](std::string_view ending) { return plain.ends_with(ending); }))
    return false;
  // Parts of the search index have six digits; other names may be words of such letters.
  const bool is_of_search = plain.ends_with(".bin");
  const std::size_t least_digits = is_of_search ? 6 : 8;
  std::size_t run = 0;
  bool has_digit = is_of_search;
  for (const char character : plain.substr(plain.rfind('/') + 1)) {
    run = is_hexadecimal(character) ? run + 1 : 0;
    has_digit = is_of_search || (run > 0 && (has_digit || is_digit(character)));
    if (run >= least_digits && has_digit) return true;
  }
  return false;
}

std::string kept_files_text(const KeptFiles& kept) {
  std::string text;
  for (const auto& [path, since] : kept) fmt::format_to(std::back_inserter(text), "{} {}\n", since, path);
  return text;
}

KeptFiles read_kept_files(std::string_view text) {
  KeptFiles kept;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos) continue;
    Moment since = 0;
    const auto [stop, error] = std::from_chars(line.data(), line.data() + blank, since);
    if (error == std::errc() && stop == line.data() + blank) kept[std::string(line.substr(blank + 1))] = since;
  }
  return kept;
}

KeptFiles files_to_keep(const Manifest& previous, const KeptFiles& kept_by_previous, const Manifest& next, Moment now,
                        std::int64_t grace) {
  KeptFiles kept;
  for (const auto& [path, since] : kept_by_previous) {
    if (!next.contains(path) && now - since < grace) kept[path] = since;
  }
  for (const auto& [path, file] : previous) {
    if (!next.contains(path) && has_fingerprint(path)) kept[path] = now;
  }
  return kept;
}

SiteDifference difference(const Manifest& previous, const Manifest& next) {
  SiteDifference result;
  for (const auto& [path, file] : next) {
    const auto before = previous.find(path);
    if (before == previous.end()) {
      result.added.push_back(path);
    } else if (before->second != file) {
      result.changed.push_back(path);
    } else {
      ++result.unchanged;
    }
  }
  for (const auto& [path, file] : previous) {
    if (!next.contains(path)) result.removed.push_back(path);
  }
  return result;
}

}  // namespace wegwijs
