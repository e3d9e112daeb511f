#pragma once

#include <cstdint>
#include <functional>

namespace wegwijs {

/// From now on the system call `number` kills this process. For child processes only: it cannot be undone.
void kill_at_system_call(std::uint32_t number);

/// From now on the system call `number` does nothing but fail with `error`. For child processes only.
void fail_system_call(std::uint32_t number, std::uint32_t error);

/// Runs `work` in a child process and waits for it. 0 when it returned, 1 when it threw, minus the signal that ended
/// it.
int run_in_child(const std::function<void()>& work);

}  // namespace wegwijs
