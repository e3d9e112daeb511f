#include "templates/render.h"

#include <cassert>
#include <stdexcept>
#include <vector>

namespace wegwijs {
namespace {

/// The overrides of one parent that is being written, linked to those of the parent around it.
struct OverrideFrame {
  Slice overrides;
  const OverrideFrame* outer = nullptr;
};

class Renderer {
 public:
  Renderer(const Program& program, const Data& root, std::string& output) : program_(program), output_(output) {
    stack_.reserve(32);
    stack_.push_back(&root);
  }

  void run_body(BodyNumber body, ContextNumber context);

 private:
  void run(std::uint32_t begin, std::uint32_t end);
  void write_text(std::string_view text);
  void write_variable(const Instruction& variable);
  void write_section(const Instruction& section, std::uint32_t first);
  void write_call(const Instruction& call);
  void write_block(const Instruction& block, std::uint32_t first);
  void write_inserted(const Instruction& place, BodyNumber body, const OverrideFrame* frame, bool keeps_indentation);
  void write_pending_indentation();

  const Data* find(Slice path) const;
  std::string_view indentation() const { return std::string_view(indentation_).substr(indentation_begin_); }

  const Program& program_;
  std::string& output_;
  std::vector<const Data*> stack_;  // the specification's context stack; the last is on top
  const OverrideFrame* frame_ = nullptr;
  std::string indentation_;            // of all parts around this one, one after the other
  std::size_t indentation_begin_ = 0;  // those before it do not count: a part within a line starts again
  bool at_line_start_ = false;         // only kept up to date while there is indentation
  int depth_ = 0;
  std::uint64_t steps_ = 0;
};

void Renderer::run_body(BodyNumber body, ContextNumber context) {
  const Variant* variant = program_.variant(body, context);
  // Every name that a checked theme can ask for has been compiled; data that break their shape are written as nothing.
  if (variant != nullptr) run(variant->begin, variant->end);
}

void Renderer::run(std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t index = begin; index < end;) {
    if (++steps_ > step_limit || output_.size() > page_size_limit)
      throw std::length_error("a page is larger than any page should be");
    const Instruction& instruction = program_.instructions[index++];
    switch (instruction.kind) {
      case Instruction::Kind::text:
        write_text(program_.bytes(instruction.text));
        break;
      case Instruction::Kind::variable:
        write_variable(instruction);
        break;
      case Instruction::Kind::section:
        write_section(instruction, index);
        index = instruction.end;
        break;
      case Instruction::Kind::inverted: {
        const Data* value = find(instruction.path);
        if (value == nullptr || !value->is_truthy()) run(index, instruction.end);
        index = instruction.end;
        break;
      }
      case Instruction::Kind::partial:
      case Instruction::Kind::dynamic_partial:
        write_call(instruction);
        break;
      case Instruction::Kind::block:
        write_block(instruction, index);
        index = instruction.end;
        break;
    }
  }
}

void Renderer::write_text(std::string_view text) {
  if (indentation_.size() == indentation_begin_) {
    output_ += text;
    return;
  }
  while (!text.empty()) {
    write_pending_indentation();
    const std::size_t line_break = text.find('\n');
    at_line_start_ = line_break != std::string_view::npos;
    const std::size_t size = at_line_start_ ? line_break + 1 : text.size();
    output_ += text.substr(0, size);
    text.remove_prefix(size);
  }
}

void Renderer::write_pending_indentation() {
  if (!at_line_start_) return;
  output_ += indentation();
  at_line_start_ = false;
}

void Renderer::write_variable(const Instruction& variable) {
  write_pending_indentation();
  const Data* value = find(variable.path);
  if (value != nullptr) append_escaped(output_, variable.escape, *value);
}

void Renderer::write_section(const Instruction& section, std::uint32_t first) {
  const Data* value = find(section.path);
  if (value == nullptr || !value->is_truthy()) return;
  if (value->kind() != Data::Kind::list) {
    stack_.push_back(value);
    run(first, section.end);
    stack_.pop_back();
    return;
  }
  for (const Data& element : value->list()) {
    stack_.push_back(&element);
    run(first, section.end);
    stack_.pop_back();
  }
}

void Renderer::write_call(const Instruction& call) {
  BodyNumber body = call.body;
  if (call.kind == Instruction::Kind::dynamic_partial) {
    const Data* name = find(call.path);
    body = name == nullptr || name->bytes().empty() ? no_body : program_.find_template(Name(name->bytes()));
  }
  if (body == no_body) return;
  const OverrideFrame frame{call.overrides, frame_};
  write_inserted(call, body, call.overrides.size == 0 ? frame_ : &frame, call.starts_line);
}

void Renderer::write_block(const Instruction& block, std::uint32_t first) {
  const Name name = program_.names[block.path.begin];
  const OverrideFrame* outermost = nullptr;
  BodyNumber body = no_body;
  for (const OverrideFrame* frame = frame_; frame != nullptr; frame = frame->outer) {
    for (std::uint32_t index = 0; index < frame->overrides.size; ++index) {
      const Override& candidate = program_.overrides[frame->overrides.begin + index];
      if (!(candidate.name == name)) continue;
      outermost = frame;
      body = candidate.body;
    }
  }
  if (outermost == nullptr) {
    run(first, block.end);
  } else {
    // The blocks in it belong to the template in which it is written, which only the frames outside it can override.
    write_inserted(block, body, outermost->outer, true);
  }
}

void Renderer::write_inserted(const Instruction& place, BodyNumber body, const OverrideFrame* frame,
                              bool keeps_indentation) {
  if (++depth_ > deepest_call) throw std::length_error("templates call one another more than 64 deep");
  if (!place.starts_line) write_pending_indentation();
  const OverrideFrame* const frame_before = std::exchange(frame_, frame);
  const std::size_t begin_before = indentation_begin_;
  const std::size_t size_before = indentation_.size();
  if (!keeps_indentation) indentation_begin_ = size_before;
  indentation_ += program_.bytes(place.text);
  at_line_start_ = place.starts_line;
  run_body(body, place.context);
  at_line_start_ = place.ends_line;
  indentation_.resize(size_before);
  indentation_begin_ = begin_before;
  frame_ = frame_before;
  --depth_;
}

const Data* Renderer::find(Slice path) const {
  if (path.size == 0) return stack_.back();
  const Name first = program_.names[path.begin];
  const Data* value = nullptr;
  for (auto context = stack_.rbegin(); context != stack_.rend() && value == nullptr; ++context) {
    value = (*context)->find(first);
  }
  for (std::uint32_t index = 1; index < path.size && value != nullptr; ++index) {
    value = value->find(program_.names[path.begin + index]);
  }
  return value;
}

}  // namespace

void render_program(const Program& program, BodyNumber body, const Data& root, std::string& output) {
  assert(program.variant(body, 0) != nullptr);
  Renderer(program, root, output).run_body(body, 0);
}

}  // namespace wegwijs
