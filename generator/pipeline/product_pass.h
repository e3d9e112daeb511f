#pragma once

#include <cstddef>
#include <vector>

#include "files/sink.h"
#include "model/block_memory.h"
#include "products/product.h"

namespace wegwijs {

/// Makes and writes the products of a site, each on whichever thread comes by. With a memory, which the caller began
/// with a block for each product, one that is as it was stays where it is; null: all are made. What is given to the
/// constructor outlives the pass.
class ProductPass {
 public:
  /// `records`: how many the site has.
  ProductPass(const std::vector<Product>& products, std::size_t records, Sink& sink, BlockMemory* memory)
      : products_(products), records_(records), sink_(sink), memory_(memory) {}

  /// Product `number`, unless it is a join. Called once for each, on any thread. Throws what `Product::make` and
  /// `Sink::write` throw.
  void make(std::size_t number);
  /// The joins in order, after all others.
  void make_joins();

 private:
  /// What those that are no joins were made from: a join may hold what any of them left.
  std::vector<RecordRange> reads_of_others() const;
  void make_or_keep(std::size_t number, const std::vector<RecordRange>& also_from);

  const std::vector<Product>& products_;
  std::size_t records_;
  Sink& sink_;
  BlockMemory* memory_;
};

}  // namespace wegwijs
