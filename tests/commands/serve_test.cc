// The preview over real HTTP on loopback.
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "commands/folder_watch.h"
#include "commands/local_http.h"
#include "commands/preview_server.h"
#include "program.h"
#include "site_folder.h"
#include "under_sanitizer.h"

using namespace wegwijs;

namespace {

/// `serve` over a small site, answering.
class Preview {
 public:
  /// `prefix` is the path of the address at which the site is shown: "/portaal", or empty.
  explicit Preview(const std::string& prefix = "") : port_(free_port()) {
    put_site(folder_);
    std::vector<std::string> arguments{"serve", "--root", folder_.path().string(), "--port", std::to_string(port_)};
    if (!prefix.empty()) {
      arguments.insert(arguments.end(), {"--base-url", "http://localhost:" + std::to_string(port_) + prefix + "/"});
    }
    program_ = std::make_unique<RunningProgram>(arguments);
    for (int attempt = 0; attempt < 200; ++attempt) {
      const int socket = connection_to(port_);
      if (socket >= 0) {
        ::close(socket);
        if (get(prefix + "/pagina-0/").find("200 OK") != std::string::npos) return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    FAIL("serve does not answer");
  }

  std::string get(const std::string& path) const { return ask(port_, "GET " + path); }
  /// Waits until `path` holds `words`; the last answer.
  std::string get_until(const std::string& path, const std::string& words) const {
    std::string answer;
    for (int attempt = 0; attempt < 200 && answer.find(words) == std::string::npos; ++attempt) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      answer = get(path);
    }
    return answer;
  }
  std::uint16_t port() const { return port_; }
  const TemporaryFolder& folder() const { return folder_; }
  RunningProgram& program() { return *program_; }

 private:
  TemporaryFolder folder_;
  std::uint16_t port_;
  std::unique_ptr<RunningProgram> program_;
};

}  // namespace

TEST_CASE("serve shows the site with the headers of a published one", "[commands]") {
  Preview preview;
  const std::string answer = preview.get("/pagina-1/");
  CHECK(answer.find("<h1>Pagina\u00A01</h1>") != std::string::npos);
  CHECK(answer.find("Content-Security-Policy: default-src 'none'") != std::string::npos);
  CHECK(answer.find("Content-Type: text/html; charset=utf-8") != std::string::npos);
  CHECK(answer.find("/-/herlaad.js") != std::string::npos);
  CHECK(preview.get("/nergens/").find("404 Not Found") != std::string::npos);
  CHECK(preview.get("/../site.yaml").find("titel: Proef") == std::string::npos);
  CHECK(preview.get("/%2e%2e/site.yaml").find("titel: Proef") == std::string::npos);
}

TEST_CASE("serve answers GET and HEAD only, and only for local names", "[commands]") {
  Preview preview;
  CHECK(ask(preview.port(), "HEAD /pagina-0/").find("<h1>") == std::string::npos);
  CHECK(ask(preview.port(), "POST /pagina-0/").find("405") != std::string::npos);
  CHECK(ask(preview.port(), "DELETE /pagina-0/").find("405") != std::string::npos);
  CHECK(ask(preview.port(), "GET /pagina-0/", "Host: kwaad.example\r\n").find("403 Forbidden") != std::string::npos);
  CHECK(ask(preview.port(), "GET /pagina-0/", "Host: localhost.kwaad.example\r\n").find("403 Forbidden") !=
        std::string::npos);
  for (const char* host :
       {"[::1].kwaad.example", "[::1]:80.kwaad.example", "127.0.0.1.kwaad.example", "localhost:1x"}) {
    INFO(host);
    CHECK(ask(preview.port(), "GET /pagina-0/", "Host: " + std::string(host) + "\r\n").find("403 Forbidden") !=
          std::string::npos);
  }
  CHECK(ask(preview.port(), "GET /pagina-0/", "Host: [::1]:1313\r\n").find("200 OK") != std::string::npos);
  CHECK(ask(preview.port(), "GET /pagina-0/", "Host: 127.0.0.1:99\r\n").find("200 OK") != std::string::npos);
  std::string ranges = "Host: localhost\r\nRange: bytes=0-1";
  for (int count = 0; count < 1500; ++count) ranges += ",0-1";
  CHECK_FALSE(ask(preview.port(), "GET /pagina-0/", ranges + "\r\n").empty());
  CHECK(preview.get("/pagina-0/").find("200 OK") != std::string::npos);
}

TEST_CASE("a preview has the search of the site before until its own is there", "[commands]") {
  const std::uint16_t port = free_port();
  PreviewServer server(port);
  server.show({{"index.html", "<p>een</p>"}}, "zoek/");
  server.complete({{"zoek/t1.bin", "oud"}});
  server.show({{"index.html", "<p>twee</p>"}}, "zoek/");
  CHECK(ask(port, "GET /").find("twee") != std::string::npos);
  CHECK(ask(port, "GET /zoek/t1.bin").find("oud") != std::string::npos);
  server.complete({{"zoek/t2.bin", "nieuw"}});
  CHECK(ask(port, "GET /zoek/t1.bin").find("404 Not Found") != std::string::npos);
  CHECK(ask(port, "GET /zoek/t2.bin").find("nieuw") != std::string::npos);
}

TEST_CASE("serve survives a hundred idle clients", "[commands]") {
  Preview preview;
  std::vector<int> idle;
  for (int count = 0; count < 100; ++count) idle.push_back(connection_to(preview.port()));
  CHECK(preview.get("/pagina-0/").find("200 OK") != std::string::npos);
  for (const int socket : idle) ::close(socket);
}

TEST_CASE("serve shows what is saved, keeps the last good version over a mistake, and says what is wrong",
          "[commands]") {
  Preview preview;
  put_page(preview.folder(), 0, "Opgeslagen.\n");
  CHECK(preview.get_until("/pagina-0/", "Opgeslagen.").find("<p>Opgeslagen.</p>") != std::string::npos);
  preview.folder().put("content/pagina-0.md", "---\ntitel: Nul\nkleurr: <b>rood</b>\n---\n");
  const std::string wrong = preview.get_until("/pagina-0/", "bedoelde u");
  CHECK(wrong.find("<p>Opgeslagen.</p>") != std::string::npos);
  CHECK(wrong.find("bedoelde u &#39;kleur&#39;?") != std::string::npos);
  CHECK(wrong.find("kleurr: <b>") == std::string::npos);
  put_page(preview.folder(), 7, "Erbij.\n");
  put_page(preview.folder(), 0, "Weer goed.\n");
  const std::string right = preview.get_until("/pagina-0/", "Weer goed.");
  CHECK(right.find("Er zijn fouten") == std::string::npos);
  CHECK(preview.get("/pagina-7/").find("Erbij.") != std::string::npos);
}

TEST_CASE("serve goes on over whatever is wrong, with the last good version, until it is right again", "[commands]") {
  Preview preview;
  const std::string settings =
      "titel: Proef\nbasisadres: https://proef.example/\n"
      "verzamelingen: {paginas: {map: content, adres: \"/{id}/\", sjabloon: pagina}}\n";
  for (const std::string mistake :
       {"thema: bestaatniet\n", "tijdzone: Mars/X\n", "doorverwijzingen: {/../x/: /pagina-0/}\n",
        "ondertitel: \"\\_\"\nmenu: 3\n", "doorverwijzingen: {/_headers/: /pagina-0/}\n", "basisadres: [\n"}) {
    INFO(mistake);
    preview.folder().put("site.yaml", settings + mistake);
    const std::string wrong = preview.get_until("/pagina-0/", "role=\"alert\"");
    CHECK(wrong.find("role=\"alert\"") != std::string::npos);
    CHECK(wrong.find("<p>Tekst.</p>") != std::string::npos);
    preview.folder().put("site.yaml", settings);
    const auto is_right = [&] { return preview.get("/pagina-0/").find("role=\"alert\"") == std::string::npos; };
    for (int attempt = 0; attempt < 300 && !is_right(); ++attempt)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    CHECK(is_right());
  }
}

// The sanitizer asks a pipe whether memory may be read, and takes an object for none when it gets no descriptor for it.
#if !defined(WEGWIJS_UNDER_ADDRESS_SANITIZER)
TEST_CASE("serve goes on when the system has no descriptors left at a save, and catches up", "[commands]") {
  Preview preview;
  rlimit before{};
  REQUIRE(::prlimit(preview.program().process(), RLIMIT_NOFILE, nullptr, &before) == 0);
  const rlimit few{4, before.rlim_max};
  REQUIRE(::prlimit(preview.program().process(), RLIMIT_NOFILE, &few, nullptr) == 0);
  put_page(preview.folder(), 0, "Bewaard.\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  REQUIRE(::prlimit(preview.program().process(), RLIMIT_NOFILE, &before, nullptr) == 0);
  std::string answer;
  for (int attempt = 0; attempt < 500 && answer.find("Bewaard.") == std::string::npos; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    answer = preview.get("/pagina-0/");
  }
  CHECK(answer.find("<p>Bewaard.</p>") != std::string::npos);
  CHECK(answer.find("role=\"alert\"") == std::string::npos);
}

#endif

TEST_CASE("serve answers its own links below the path of --base-url", "[commands]") {
  Preview preview("/portaal");
  preview.folder().put("content/pagina-0.md", "---\ntitel: Nul\n---\n[verder](/pagina-1/)\n");
  const std::string page = preview.get_until("/portaal/pagina-0/", "verder");
  const std::size_t begin = page.find("href=\"") + 6;
  const std::string link = page.substr(begin, page.find('"', begin) - begin);
  CHECK(link == "/portaal/pagina-1/");
  CHECK(preview.get(link).find("<h1>Pagina\u00A01</h1>") != std::string::npos);
  CHECK(preview.get("/").find("Location: /portaal/\r\n") != std::string::npos);
  CHECK(preview.get("/pagina-1/").find("404 Not Found") != std::string::npos);
  CHECK(preview.get("/portaalpagina-1/").find("404 Not Found") != std::string::npos);
}

TEST_CASE("two hundred open previews all wait for the next save, and answer other readers meanwhile", "[commands]") {
  Preview preview;
  // The site is made twice at the start: the second time its folders are watched.
  REQUIRE(preview.get("/-/versie?na=1").find("200 OK") != std::string::npos);
  std::vector<int> waiting;
  for (int count = 0; count < 200; ++count) {
    waiting.push_back(connection_to(preview.port()));
    const std::string request = "GET /-/versie?na=999 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    REQUIRE(::send(waiting.back(), request.data(), request.size(), MSG_NOSIGNAL) > 0);
  }
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  std::size_t answered = 0;
  for (const int socket : waiting) {
    char byte = 0;
    answered += ::recv(socket, &byte, 1, MSG_DONTWAIT) >= 0 ? 1U : 0U;
  }
  CHECK(answered == 0);
  CHECK(preview.get("/pagina-0/").find("200 OK") != std::string::npos);
  for (const int socket : waiting) ::close(socket);
}

TEST_CASE("serve answers a normal reader beside five hundred silent ones", "[commands]") {
  Preview preview;
  std::vector<int> silent;
  for (int count = 0; count < 500; ++count) silent.push_back(connection_to(preview.port()));
  const auto begin = std::chrono::steady_clock::now();
  CHECK(preview.get("/pagina-0/").find("200 OK") != std::string::npos);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  for (const int socket : silent) ::close(socket);
}

TEST_CASE("a page that waits for the next version is answered when something is saved", "[commands]") {
  Preview preview;
  const std::string page = preview.get("/pagina-0/");
  const std::size_t at = page.find("data-versie=\"") + 13;
  const std::string version = page.substr(at, page.find('"', at) - at);
  std::string answer;
  std::thread waiting([&] { answer = ask(preview.port(), "GET /-/versie?na=" + version); });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  put_page(preview.folder(), 0, "Nieuw.\n");
  waiting.join();
  CHECK(answer.find("200 OK") != std::string::npos);
  CHECK(answer.substr(answer.rfind('\n') + 1) != version);
}

TEST_CASE("a page that waits for the next version is answered with itself, or with the page for what is not there",
          "[commands]") {
  const std::uint16_t port = free_port();
  PreviewServer server(port);
  server.show({{"index.html", "<p>een</p>"}, {"404.html", "<p>niet gevonden</p>"}}, "zoek/");
  std::string page;
  std::string missing;
  std::thread waits_for_page([&] { page = ask(port, "GET /-/versie?na=1&pagina=/"); });
  std::thread waits_for_missing([&] { missing = ask(port, "GET /-/versie?na=1&pagina=%2Fweg%2F"); });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  server.show({{"index.html", "<p>twee</p>"}, {"404.html", "<p>niet gevonden</p>"}}, "zoek/");
  waits_for_page.join();
  waits_for_missing.join();
  CHECK(page.find("200 OK") != std::string::npos);
  CHECK(page.find("<p>twee</p>") != std::string::npos);
  CHECK(page.find("data-versie=\"2\"") != std::string::npos);
  CHECK(missing.find("404 Not Found") != std::string::npos);
  CHECK(missing.find("niet gevonden") != std::string::npos);
}

TEST_CASE(
    "the preview waits for the pages that it told of a save until they ask again, and not long for one that was left",
    "[commands]") {
  using std::chrono::milliseconds;
  const std::uint16_t port = free_port();
  auto server = std::make_unique<PreviewServer>(port);
  const auto show = [&] { server->show({{"index.html", "<p>een</p>"}}, "zoek/"); };
  const auto waited = [&](milliseconds longest) {
    const auto begin = std::chrono::steady_clock::now();
    server->wait_until_painted(longest);
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
  };
  show();
  CHECK(waited(milliseconds(20'000)) < milliseconds(5'000));  // nobody has a page open

  std::thread page([&] {
    ask(port, "GET /-/versie?na=1&pagina=/");
    std::this_thread::sleep_for(milliseconds(200));  // it paints
    ask(port, "GET /-/versie?na=2&pagina=/");
  });
  std::this_thread::sleep_for(milliseconds(100));
  show();
  const milliseconds for_painting = waited(milliseconds(20'000));
  CHECK(for_painting >= milliseconds(150));
  CHECK(for_painting < milliseconds(10'000));

  show();
  page.join();
  // It does not come back.
  const milliseconds for_left = waited(milliseconds(100));
  CHECK(for_left >= milliseconds(90));
  CHECK(for_left < milliseconds(5'000));
}

TEST_CASE("serve follows what is saved in folders that came, and that were replaced, after it began", "[commands]") {
  Preview preview;
  preview.folder().put("content/nieuw/erbij.md", "---\ntitel: Erbij\n---\nEerst.\n");
  CHECK(preview.get_until("/erbij/", "Eerst.").find("Eerst.") != std::string::npos);
  preview.folder().put("content/nieuw/erbij.md", "---\ntitel: Erbij\n---\nDaarna.\n");
  CHECK(preview.get_until("/erbij/", "Daarna.").find("Daarna.") != std::string::npos);
  std::filesystem::rename(preview.folder() / "content/nieuw", preview.folder() / "elders");
  CHECK(preview.get_until("/erbij/", "404 Not Found").find("404 Not Found") != std::string::npos);
  std::filesystem::rename(preview.folder() / "elders", preview.folder() / "content/nieuw");
  CHECK(preview.get_until("/erbij/", "Daarna.").find("Daarna.") != std::string::npos);
  preview.folder().put("content/nieuw/erbij.md", "---\ntitel: Erbij\n---\nTen slotte.\n");
  CHECK(preview.get_until("/erbij/", "Ten slotte.").find("Ten slotte.") != std::string::npos);
}

TEST_CASE("a save that has its file away for a moment is waited for longer than one that is over", "[commands]") {
  const TemporaryFolder folder;
  folder.put("een.md", "een");
  FolderWatch watch({folder.path()});
  std::filesystem::rename(folder / "een.md", folder / "een.md~");
  const auto before = std::chrono::steady_clock::now();
  CHECK(watch.wait());
  CHECK(std::chrono::steady_clock::now() - before >= std::chrono::milliseconds(30));
  CHECK_FALSE(watch.is_outdated());
  folder.put("een.md", "twee");
  CHECK(watch.wait());
  CHECK_FALSE(watch.wait(std::chrono::milliseconds(0)));
  folder.put("map/twee.md", "twee");
  CHECK(watch.wait());
  CHECK(watch.is_outdated());
}

TEST_CASE("serve goes on answering when hundreds of pages waited and were closed", "[commands]") {
  Preview preview;
  for (int count = 0; count < 400; ++count) {
    const int socket = connection_to(preview.port());
    if (socket < 0) continue;
    const std::string request = "GET /-/versie?na=999 HTTP/1.1\r\nHost: localhost\r\n\r\n";
    (void)::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    ::close(socket);
  }
  CHECK(preview.get_until("/pagina-0/", "200 OK").find("200 OK") != std::string::npos);
}

TEST_CASE("serve ends at Ctrl-C with exit code 130", "[commands]") {
  Preview preview;
  preview.program().signal(SIGINT);
  CHECK(preview.program().wait() == 130);
}
