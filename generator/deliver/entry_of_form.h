#pragma once

#include <string>
#include <utility>
#include <vector>

#include "deliver/delivery.h"
#include "files/file_tree.h"
#include "model/site.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// The entry of the site that a form is of: one that is there, published or withheld, or a draft of a new one.
struct EntryOfForm {
  std::string refusal;                     ///< a sentence: why nothing of the form can be taken in; empty: it can
  const Collection* collection = nullptr;  ///< of the site; never null without a refusal
  Date made_on;                            ///< the day on which the form was filled in
  std::string slug;
  std::string title;  ///< as the site has it, or as the new one is called
  std::string path;   ///< of its file, below the root
  Record record;      ///< what the site says now; empty for a new one
  YamlNode values;    ///< of its file
  bool is_new = false;
  std::vector<std::pair<std::string, std::string>> misfits;  ///< of a new one (delivered_entry.h)
};

/// Reads the file of the entry, and writes nothing. `today`: no form is of a later day.
EntryOfForm entry_of_form(const Delivery& delivery, const Site& site, const FileTree& sources, Date today,
                          Language language);

/// "; lijkt op 'havo'", for the end of a sentence; empty without a word that comes near.
std::string resembling(const std::optional<std::string>& near, Language language);

}  // namespace wegwijs
