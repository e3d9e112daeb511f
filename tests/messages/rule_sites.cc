#include "rule_sites.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "files/disk.h"

namespace wegwijs {
namespace {

constexpr std::string_view open = "⟦";
constexpr std::string_view close = "⟧";
constexpr std::string_view times = " ×";
constexpr std::string_view byte = "byte ";
constexpr std::string_view number_sign = "№";

/// `text` with the number in the place of every №.
std::string numbered(std::string_view text, int number) {
  std::string result(text);
  for (std::size_t sign = result.find(number_sign); sign != std::string::npos; sign = result.find(number_sign))
    result.replace(sign, number_sign.size(), std::to_string(number));
  return result;
}

std::string meaning_of(std::string_view inside) {
  if (inside.starts_with(byte)) {
    return std::string(1, static_cast<char>(std::stoi(std::string(inside.substr(byte.size())), nullptr, 16)));
  }
  const std::size_t sign = inside.rfind(times);
  REQUIRE(sign != std::string_view::npos);
  const int count = std::stoi(std::string(inside.substr(sign + times.size())));
  std::string result;
  for (int number = 0; number < count; ++number) result += numbered(inside.substr(0, sign), number);
  return result;
}

}  // namespace

std::string site_part(std::string_view example) {
  return std::string(example.substr(0, example.find("-- verwacht --\n")));
}

std::string filled_in(std::string_view text) {
  std::string result;
  for (std::size_t begin = text.find(open); begin != std::string_view::npos; begin = text.find(open)) {
    const std::size_t end = text.find(close, begin);
    REQUIRE(end != std::string_view::npos);
    result += text.substr(0, begin);
    result += meaning_of(text.substr(begin + open.size(), end - begin - open.size()));
    text.remove_prefix(end + close.size());
  }
  return result + std::string(text);
}

void check_expected(const std::filesystem::path& path, const std::string& text) {
  if (std::getenv("UPDATE_EXPECTED") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  INFO(path.string() << " differs; UPDATE_EXPECTED=1 writes it anew");
  REQUIRE(std::filesystem::exists(path));
  CHECK(read_file(path) == text);
}

}  // namespace wegwijs
