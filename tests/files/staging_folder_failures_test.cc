#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <future>
#include <stdexcept>
#include <thread>

#include "files/build_lock.h"
#include "files/staging_folder.h"
#include "system_call_filter.h"
#include "temporary_folder.h"

namespace wegwijs {
namespace {

using Files = std::map<std::string, std::string>;

const Files old_site{{"gelijk", "abc"}, {"index.html", "oud"}, {"weg/a", "x"}};
const Files new_site{{"gelijk", "abc"}, {"index.html", "nieuw"}, {"map/b", "y"}};

void publish(const std::filesystem::path& target, const Files& files) {
  StagingFolder sink(target);
  for (const auto& [path, bytes] : files) sink.write(path, bytes);
  sink.commit();
}

Files site_in(const std::filesystem::path& target) {
  Files files = files_of(target);
  CHECK(files.erase(std::string(manifest_name)) == 1);
  return files;
}

/// A limit on the size of files for as long as it lives.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    const rlimit limit{bytes, before_.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &limit) == 0);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("a build that is killed leaves the old site complete, and the next one sweeps what it left", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", old_site);
  const auto call = GENERATE(as<std::uint32_t>(), SYS_openat, SYS_flock, SYS_mkdirat, SYS_linkat, SYS_write, SYS_fchmod,
                             SYS_close, SYS_syncfs, SYS_renameat2);
  CAPTURE(call);
  const int end = run_in_child([&] {
    kill_at_system_call(call);
    publish(parent / "site", new_site);
  });
  REQUIRE(end == -SIGSYS);
  CHECK(site_in(parent / "site") == old_site);
  publish(parent / "site", new_site);
  CHECK(site_in(parent / "site") == new_site);
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("a build that is killed halfway its files leaves the old site complete", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", old_site);
  const auto written = GENERATE(0, 1, 2, 3);
  const int end = run_in_child([&] {
    StagingFolder sink(parent / "site");
    int count = 0;
    for (const auto& [path, bytes] : new_site) {
      if (count++ == written) break;
      sink.write(path, bytes);
    }
    ::raise(SIGKILL);
  });
  REQUIRE(end == -SIGKILL);
  CHECK(site_in(parent / "site") == old_site);
  CHECK(names_of(parent.path()) != "site ");
  publish(parent / "site", new_site);
  CHECK(site_in(parent / "site") == new_site);
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("a build that is killed after the swap leaves the new site complete", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", old_site);
  const int end = run_in_child([&] {
    kill_at_system_call(SYS_unlinkat);
    publish(parent / "site", new_site);
  });
  REQUIRE(end == -SIGSYS);
  CHECK(site_in(parent / "site") == new_site);
  publish(parent / "site", old_site);
  CHECK(site_in(parent / "site") == old_site);
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("only the leftovers of this target are swept", "[files]") {
  const TemporaryFolder parent;
  parent.put(".wegwijs-site-12-nieuw/a", "dood");
  parent.put(".wegwijs-site-12-13-nieuw/a", "van de map site-12");
  parent.put(".wegwijs-site--nieuw/a", "zonder nummer");
  parent.put(".wegwijs-site-oud-12-nieuw/a", "van de map site-oud");
  parent.put(".wegwijs-andere-12-nieuw/a", "van de map andere");
  publish(parent / "site", old_site);
  CHECK(names_of(parent.path()) ==
        ".wegwijs-andere-12-nieuw .wegwijs-site--nieuw .wegwijs-site-12-13-nieuw .wegwijs-site-oud-12-nieuw site ");
}

TEST_CASE("two builds of one target come one after the other, and the second is told who holds it", "[files]") {
  const TemporaryFolder parent;
  auto first = std::make_unique<StagingFolder>(parent / "site");
  std::promise<int> waiting;
  std::thread second_build([&] {
    StagingFolder second(parent / "site", [&](int holder) { waiting.set_value(holder); });
    second.write("a", "tweede");
    CHECK(second.unchanged_files() == 1);  // so it began after the first one was published
    second.commit();
  });
  CHECK(waiting.get_future().get() == ::getpid());
  first->write("a", "tweede");
  first->write("b", "eerste");
  first->commit();
  second_build.join();
  first.reset();
  CHECK(site_in(parent / "site") == Files{{"a", "tweede"}});
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("builds of different targets in one folder do not wait for each other", "[files]") {
  const TemporaryFolder parent;
  const auto not_expected = [](int) { FAIL("waits"); };
  StagingFolder first(parent / "site", not_expected);
  StagingFolder second(parent / "site-2", not_expected);
  first.write("a", "1");
  second.write("a", "2");
  second.commit();
  first.commit();
  CHECK(site_in(parent / "site") == Files{{"a", "1"}});
  CHECK(site_in(parent / "site-2") == Files{{"a", "2"}});
}

TEST_CASE("the lock of a dead build holds nobody up", "[files]") {
  const TemporaryFolder parent;
  const int end = run_in_child([&] {
    const StagingFolder sink(parent / "site");
    ::raise(SIGKILL);
  });
  REQUIRE(end == -SIGKILL);
  REQUIRE(std::filesystem::exists(parent / ".wegwijs-site.lock"));
  const StagingFolder next(parent / "site", [](int) { FAIL("waits for a dead build"); });
  CHECK(next.all_files() == 0);
}

TEST_CASE("many builds at once give one whole site and leave nothing behind", "[files]") {
  const TemporaryFolder parent;
  std::vector<std::thread> builds;
  for (int number = 0; number < 8; ++number) {
    builds.emplace_back([&, number] {
      const std::string bytes = std::to_string(number);
      publish(parent / "site", {{"a", bytes}, {"map/b", bytes}});
    });
  }
  for (std::thread& build : builds) build.join();
  const Files site = site_in(parent / "site");
  REQUIRE(site.size() == 2);
  CHECK(site.at("a") == site.at("map/b"));
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("a write that fails names the path, and the site is not published", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", old_site);
  {
    StagingFolder sink(parent / "site");
    std::string failing = "map/groot.html";
    SECTION("a file beyond the limit") {
      const FileSizeLimit limit(1000);
      CHECK_THROWS_WITH(sink.write(failing, std::string(5000, 'x')),
                        Catch::Contains(failing) && Catch::Contains("File too large"));
    }
    SECTION("a name that is too long") {
      failing = "map/" + std::string(300, 'x');
      CHECK_THROWS_WITH(sink.write(failing, "x"), Catch::Contains(failing) && Catch::Contains("too long"));
    }
    SECTION("a file where a folder should be") {
      sink.write("map", "x");
      CHECK_THROWS_WITH(sink.write(failing, "x"), Catch::Contains("/map"));
    }
    CHECK_THROWS_AS(sink.commit(), std::logic_error);
  }
  CHECK(site_in(parent / "site") == old_site);
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("a system that does not swap folders is told apart, naming both, and the old site stays", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", old_site);
  const auto error = GENERATE(EINVAL, ENOSYS, EXDEV, EBUSY);
  const int end = run_in_child([&] {
    fail_system_call(SYS_renameat2, static_cast<std::uint32_t>(error));
    try {
      publish(parent / "site", new_site);
    } catch (const SwapRefused& refused) {
      const std::string what = refused.what();
      const bool names_both = what.find((parent / "site").string() + " in one step") != std::string::npos &&
                              what.find(".wegwijs-site-") != std::string::npos;
      if (names_both && refused.target() == parent / "site") return;
    }
    throw std::runtime_error("not refused, or without the names");
  });
  CHECK(end == 0);
  CHECK(site_in(parent / "site") == old_site);
  CHECK(names_of(parent.path()) == "site ");
}

TEST_CASE("where the system refuses a hard link the file is written", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", old_site);
  const auto error = GENERATE(EMLINK, EPERM, ENOENT, EXDEV);
  const int end = run_in_child([&] {
    fail_system_call(SYS_linkat, static_cast<std::uint32_t>(error));
    publish(parent / "site", new_site);
  });
  CHECK(end == 0);
  CHECK(site_in(parent / "site") == new_site);
}

TEST_CASE("a disk that fails at any step leaves the old site", "[files]") {
  const TemporaryFolder parent;
  publish(parent / "site", old_site);
  const auto call =
      GENERATE(as<std::uint32_t>(), SYS_openat, SYS_flock, SYS_mkdirat, SYS_linkat, SYS_write, SYS_fchmod, SYS_syncfs);
  CAPTURE(call);
  const int end = run_in_child([&] {
    fail_system_call(call, EIO);
    publish(parent / "site", new_site);
  });
  CHECK(end == 1);
  CHECK(site_in(parent / "site") == old_site);
}

TEST_CASE("a lock on a disk that cannot tell which file it is gives up instead of trying on for ever", "[files]") {
  const TemporaryFolder parent;
  const int end = run_in_child([&] {
    ::alarm(10);
    fail_system_call(SYS_newfstatat, EIO);
    const BuildLock lock(parent / "slot", {});
  });
  CHECK(end == 1);
}

}  // namespace wegwijs
