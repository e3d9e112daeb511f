#pragma once

#include <string>

#include "diagnostic/diagnostic.h"
#include "source/yaml_tree.h"

namespace wegwijs {

/// Where and how `wegwijs publish` publishes when the command does not say so: `publiceren` of `site.yaml`. Nothing of
/// it reaches a page, so it is no part of `Settings`.
struct PublishSettings {
  std::string to;            ///< a folder, ssh://… or s3://…; empty: only what the command says
  std::size_t keep = 5;      ///< releases that stay, so that one can go back
  std::size_t minutes = 60;  ///< that readers with an older page still find its files
};

PublishSettings read_publish_settings(const YamlNode& node, Diagnostics& diagnostics);

}  // namespace wegwijs
