#include "commands/build_door.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "files/byte_stream.h"
#include "files/disk.h"
#include "files/published_site.h"
#include "files/staging_folder.h"

namespace wegwijs {
namespace {

/// The real folder, without making anything. Empty when it is not there.
std::filesystem::path present_target(const std::filesystem::path& target) {
  std::error_code error;
  std::filesystem::path real = std::filesystem::canonical(target, error);
  return error ? std::filesystem::path() : real;
}

/// Another program, or the same one built anew, has another file.
std::string program_state() {
  struct stat status {};
  if (::stat("/proc/self/exe", &status) != 0) return {};
  return fmt::format("{} {} {} {}.{} {}.{}", status.st_dev, status.st_ino, status.st_size, status.st_mtim.tv_sec,
                     status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec);
}

/// Whether no source was saved so shortly before the tree was made that a save after it could have the same stamp.
bool is_settled(const SiteOnDisk& site) {
  return std::all_of(site.sources.files().begin(), site.sources.files().end(),
                     [](const SourceFile& file) { return file.is_settled; });
}

/// Empty when it cannot be read.
std::optional<Digest> manifest_digest(const std::filesystem::path& target) {
  try {
    return digest_of(read_file(target / manifest_name));
  } catch (const std::system_error&) {
    return std::nullopt;
  }
}

/// What a memory belongs to: the program that made it, and the site that was published with it.
std::string maker_of(const Digest& manifest) {
  return program_state() + '\n' + hexadecimal(manifest);
}

}  // namespace

BuildDoor::BuildDoor(const CommandLine& command_line, std::filesystem::path target)
    : command_line_(command_line), target_(std::move(target)) {}

Digest BuildDoor::inputs_of(const SiteOnDisk& site) const {
  // Of the words every one ends in a byte that none of them holds; of the files every one has its length before it.
  std::string all;
  const auto add = [&all](std::string_view part) { all.append(part).push_back('\0'); };
  add(program_state());
  add(fmt::format("{} {} {} {} {}", static_cast<int>(command_line_.language), static_cast<int>(command_line_.form),
                  command_line_.strict, command_line_.drafts, reports_in_colour()));
  add(iso_date(site.facts.today));
  add(site.facts.base_address.value_or(""));
  for (const std::filesystem::path& folder : site.watched_folders) add(std::filesystem::exists(folder) ? "1" : "0");
  for (const SourceFile& file : site.sources.files()) {
    append_text(all, file.path);
    append_text(all, file.shown_path);
    append_varint(all, file.size);
    append_whole(all, static_cast<std::uint64_t>(file.stamp.modified));
    append_whole(all, static_cast<std::uint64_t>(file.stamp.changed));
    append_whole(all, file.stamp.inode);
  }
  return digest_of(all);
}

std::optional<BuildWords> BuildDoor::pass(const SiteOnDisk& site, bool& spoilt) const {
  const std::filesystem::path target = present_target(target_);
  if (target.empty() || site.leaves_out_files || has_unfinished_build(target)) return std::nullopt;
  RememberedBuild remembered = read_build_memory(target);
  spoilt = remembered.state == RememberedBuild::State::spoilt;
  if (spoilt) forget_build(target);
  if (remembered.state != RememberedBuild::State::usable) return std::nullopt;
  if (remembered.memory.inputs != inputs_of(site)) return std::nullopt;
  if (remembered.memory.manifest != manifest_digest(target)) return std::nullopt;
  try {
    const std::optional<PublishedSite> published = open_published_site(target);
    if (!published || !published->is_untouched()) return std::nullopt;
    return BuildWords{std::move(remembered.memory.errors), std::move(remembered.memory.output),
                      published->manifest().size()};
  } catch (const std::exception&) {
    // What is wrong with the target is found, and said, by the build.
    return std::nullopt;
  }
}

void BuildDoor::recall(MadeBefore& made, bool& spoilt) const {
  spoilt = false;
  const std::filesystem::path target = present_target(target_);
  const std::optional<Digest> manifest = target.empty() ? std::nullopt : manifest_digest(target);
  const std::optional<SharedBytes> known = manifest ? read_made_memory(target, spoilt) : std::nullopt;
  if (known) {
    try {
      ByteReader bytes(known->bytes);
      if (bytes.text() != maker_of(*manifest)) return;
      read_made(bytes, known->owner, made);
    } catch (const BytesSpoilt&) {
      spoilt = true;
    }
  }
  if (spoilt) forget_made(target);
}

void BuildDoor::remember(const SiteOnDisk& site, bool repeats, const BuildWords& words, const MadeBefore& made) const {
  const std::filesystem::path target = present_target(target_);
  if (target.empty()) return;
  const std::optional<Digest> manifest = manifest_digest(target);
  if (manifest) {
    write_made_memory(target, [&](OutgoingBytes& bytes) {
      append_text(bytes.bytes(), maker_of(*manifest));
      append_to(bytes, made);
    });
  }
  if (repeats && manifest && is_settled(site)) {
    write_build_memory(target, {inputs_of(site), *manifest, words.errors, words.output});
  } else {
    forget_build(target);
  }
}

}  // namespace wegwijs
