#include "files/build_memory.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

#include "files/digest_bytes.h"
#include "files/digest_stream.h"
#include "files/disk.h"
#include "files/replace_file.h"

namespace wegwijs {
namespace {

constexpr std::string_view memory_mark = "wegwijs-memory ";
constexpr std::string_view memory_first_line = "wegwijs-memory 1\n";
constexpr std::string_view made_first_line = "wegwijs-made 1\n";

/// The line before the next line break; `text` continues after it.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

std::optional<std::size_t> take_number(std::string_view& text) {
  const std::string_view line = take_line(text);
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  if (error != std::errc() || stop != line.data() + line.size()) return std::nullopt;
  return number;
}

/// `text` begins after the first line.
std::optional<BuildMemory> parsed_memory(std::string_view text) {
  const std::optional<std::string_view> body = without_own_digest(text);
  if (!body) return std::nullopt;
  text = *body;
  const std::optional<Digest> inputs = digest_from_hexadecimal(take_line(text));
  const std::optional<Digest> manifest = digest_from_hexadecimal(take_line(text));
  const std::optional<std::size_t> errors = take_number(text);
  if (!inputs || !manifest || !errors || *errors > text.size()) return std::nullopt;
  return BuildMemory{*inputs, *manifest, std::string(text.substr(0, *errors)), std::string(text.substr(*errors))};
}

}  // namespace

std::filesystem::path build_memory_file(const std::filesystem::path& target) {
  return target.parent_path() / fmt::format(".wegwijs-{}-memory", target.filename().string());
}

std::filesystem::path made_memory_file(const std::filesystem::path& target) {
  return target.parent_path() / fmt::format(".wegwijs-{}-made", target.filename().string());
}

RememberedBuild read_build_memory(const std::filesystem::path& target) {
  std::string bytes;
  try {
    bytes = read_file(build_memory_file(target));
  } catch (const std::system_error&) {
    return {};
  }
  std::string_view text = bytes;
  if (text.starts_with(memory_mark) && text.find('\n') != std::string_view::npos &&
      !text.starts_with(memory_first_line))
    return {};
  if (!text.starts_with(memory_first_line)) return {RememberedBuild::State::spoilt};
  text.remove_prefix(memory_first_line.size());
  std::optional<BuildMemory> memory = parsed_memory(text);
  if (!memory) return {RememberedBuild::State::spoilt};
  return {RememberedBuild::State::usable, std::move(*memory)};
}

void write_build_memory(const std::filesystem::path& target, const BuildMemory& memory) {
  const std::string body = fmt::format("{}\n{}\n{}\n{}{}", hexadecimal(memory.inputs), hexadecimal(memory.manifest),
                                       memory.errors.size(), memory.errors, memory.output);
  try {
    replace_file(build_memory_file(target), std::string(memory_first_line) + with_own_digest(body));
  } catch (const std::system_error&) {
    // An older memory knows another site than the one that was just published, so it is not used.
  }
}

std::optional<SharedBytes> read_made_memory(const std::filesystem::path& target, bool& spoilt) {
  spoilt = false;
  const std::filesystem::path path = made_memory_file(target);
  SharedBytes file;
  try {
    const Descriptor opened = open_below(AT_FDCWD, path.c_str(), for_reading);
    if (!opened.is_open()) return std::nullopt;
    file = read_large_file(opened, path);
  } catch (const std::system_error&) {
    return std::nullopt;
  }
  std::optional<std::string_view> made;
  if (file.bytes.starts_with(made_first_line)) made = without_own_digest(file.bytes.substr(made_first_line.size()));
  spoilt = !made.has_value();
  if (spoilt) return std::nullopt;
  return SharedBytes{std::move(file.owner), *made};
}

void write_made_memory(const std::filesystem::path& target, const std::function<void(OutgoingBytes&)>& append) {
  try {
    FileReplacement file(made_memory_file(target));
    file.append(made_first_line);
    DigestStream digest;
    OutgoingBytes made([&](std::string_view bytes) {
      digest.append(bytes);
      file.append(bytes);
    });
    append(made);
    made.finish();
    file.append(hexadecimal(digest.digest()));
    file.finish();
  } catch (const std::system_error&) {
    // An older one belongs to another site, so it is not used.
  }
}

void forget_build(const std::filesystem::path& target) {
  std::error_code ignored;
  std::filesystem::remove(build_memory_file(target), ignored);
}

void forget_made(const std::filesystem::path& target) {
  std::error_code ignored;
  std::filesystem::remove(made_memory_file(target), ignored);
}

}  // namespace wegwijs
