#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/block_memory.h"
#include "model/loaded_file.h"
#include "pipeline/build_inputs.h"
#include "pipeline/generate.h"
#include "pipeline/link_check.h"
#include "pipeline/page_pass.h"
#include "pipeline/read_theme.h"
#include "products/made_pictures.h"

namespace wegwijs {

/// The theme as it was read, with what it was read for.
struct ReadTheme {
  Digest shared;  ///< of `planned_inputs`
  BlockReads reads;
  std::vector<Digest> records;         ///< of those that `reads` names
  std::shared_ptr<const Theme> theme;  ///< null: it has errors
  Diagnostics of_templates;
  Diagnostics of_parts;
};

/// Why a page is made again, or not.
struct PageReason {
  enum class Kind : std::uint8_t {
    no_page,        ///< there is no page at the address
    nothing_known,  ///< no build before this one is known
    shared,         ///< something changed that every page may be made from; `changed`: names of `BuildInputs::parts`
    entries,  ///< entries changed that the page, or one of those that are made with it, looked into; `changed`: files
    as_it_was
  };
  Kind kind = Kind::nothing_known;
  std::vector<std::string> changed;
};

/// What is kept from one build to the next: by a process that builds a site after every save, or on the disk.
struct MadeBefore {
  MadePictures pictures;
  FileMemory files;
  BlockMemory checks;
  BlockMemory pages;
  std::size_t pages_per_block = usual_pages_per_block;
  BlockMemory products;       ///< each a block
  JudgedLinks links;          ///< of the blocks of `pages`
  ReadTheme theme;            ///< only in the process
  ReadInProcess read;         ///< likewise
  BuildInputs::Parts parts;   ///< that the last build which was published was made from
  std::string asked_address;  ///< of a page of which `reason` is to tell why it is made; empty: of none
  PageReason reason;
  std::size_t kept_pages = 0;  ///< by the last build that got as far as its pages
  std::size_t made_pages = 0;
};

/// Of a build that has begun with what `made` knows.
PageReason reason_for_page(const std::string& address, const MadeBefore& made, const BuildInputs& inputs,
                           const FileTree& sources, const Site& site, const PagePlan& plan);

/// What another process may go on with: all but what is only of use in this one.
void append_to(OutgoingBytes& out, const MadeBefore& made);
/// Gives `made` what `append_to` wrote; `bytes` reads in `owner`. Throws `BytesSpoilt`, and `made` is then as it was.
void read_made(ByteReader& bytes, const std::shared_ptr<const void>& owner, MadeBefore& made);

/// `generate` with what an earlier build of the same sources left: the same files and the same findings, sooner. `made`
/// changes when the site is committed, and not before. `sink` knows the site that this build replaces (`Sink::keep`).
std::optional<GenerateSummary> generate_again(const FileTree& sources, const Settings& settings,
                                              const BuildFacts& facts, Sink& sink, Diagnostics& diagnostics,
                                              MadeBefore& made);
/// The same, and reads the settings of `sources` first.
std::optional<GenerateSummary> generate_again(const FileTree& sources, const BuildFacts& facts, Sink& sink,
                                              Diagnostics& diagnostics, MadeBefore& made);

}  // namespace wegwijs
