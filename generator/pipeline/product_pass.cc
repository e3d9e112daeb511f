#include "pipeline/product_pass.h"

#include <optional>
#include <string>

#include "files/read_watch.h"
#include "products/published_path.h"

namespace wegwijs {
namespace {

/// Builds with assertions see to it that a product reads no other files than it says.
std::string bytes_of(const Product& product) {
  std::optional<ReadWatch> watch;
  if (product.files_read == FilesRead::none) watch.emplace(no_file);
  return product.make();
}

}  // namespace

void ProductPass::make(std::size_t number) {
  if (!products_[number].is_join) make_or_keep(number, {});
}

std::vector<RecordRange> ProductPass::reads_of_others() const {
  if (memory_ == nullptr) return {};
  RecordReads reads(records_);
  for (std::size_t number = 0; number < products_.size(); ++number) {
    if (!products_[number].is_join) reads.add(memory_->reads_of(number).records);
  }
  return reads.ranges();
}

void ProductPass::make_joins() {
  const std::vector<RecordRange> of_others = reads_of_others();
  for (std::size_t number = 0; number < products_.size(); ++number) {
    if (products_[number].is_join) make_or_keep(number, of_others);
  }
}

void ProductPass::make_or_keep(std::size_t number, const std::vector<RecordRange>& also_from) {
  const Product& product = products_[number];
  const std::string path = file_of(product.address);
  if (memory_ == nullptr || product.files_read == FilesRead::any) {
    sink_.write(path, bytes_of(product));
    return;
  }
  // Numbers of products mean something only while the same ones are planned.
  if (memory_->find(number) == product.address && sink_.keep({path})) return;
  RecordReads reads(records_);
  if (product.planned_from) reads.add(*product.planned_from);
  reads.add(also_from);
  sink_.write(path, bytes_of(product));
  memory_->keep(number, {reads.ranges(), {}}, product.address);
}

}  // namespace wegwijs
