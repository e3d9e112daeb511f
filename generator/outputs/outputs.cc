#include "outputs/outputs.h"

#include <algorithm>
#include <array>

#include "outputs/address_collisions.h"
#include "outputs/calendar_files.h"
#include "outputs/data_files.h"
#include "outputs/feed.h"
#include "outputs/open_data.h"
#include "outputs/schema_files.h"
#include "outputs/search_files.h"
#include "outputs/server_files.h"
#include "outputs/sitemap.h"
#include "outputs/static_files.h"

namespace wegwijs {
namespace {

/// The order is that of writing; no output reads what another one wrote.
constexpr std::array finish_outputs{
    FinishOutput{calendar_file_addresses, write_calendar_files},
    FinishOutput{open_data_addresses, write_open_data},
    FinishOutput{search_file_addresses, write_search_files},
    FinishOutput{schema_file_addresses, write_schema_files},
    FinishOutput{server_file_addresses, write_server_files},
    FinishOutput{data_file_addresses, write_data_files},
    FinishOutput{feed_addresses, write_feeds},
    FinishOutput{sitemap_addresses, write_sitemap},
};

}  // namespace

std::vector<std::string> output_addresses(const OutputContext& context, Diagnostics& diagnostics) {
  std::vector<std::string> addresses;
  for (const FinishOutput& output : finish_outputs) output.addresses(context, addresses);
  std::sort(addresses.begin(), addresses.end());
  const std::vector<std::string> made = addresses;
  add_static_file_addresses(context, addresses, diagnostics);
  std::sort(addresses.begin(), addresses.end());
  report_address_collisions(context, made, addresses, diagnostics);
  return addresses;
}

void write_outputs(const OutputContext& context, PageFindings findings, Sink& sink) {
  write_static_files(context, sink);
  for (const FinishOutput& output : finish_outputs) output.write(context, findings, sink);
}

}  // namespace wegwijs
