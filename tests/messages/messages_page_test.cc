// docs/meldingen.md is made from the rules and their examples, so it cannot say anything else than the program does.
#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "pipeline/all_rules.h"
#include "commands/rule_example.h"
#include "diagnostic/report.h"
#include "files/disk.h"
#include "rule_sites.h"

namespace wegwijs {
namespace {

constexpr std::string_view introduction = R"(# Alle meldingen van Wegwijs

Wegwijs kijkt bij elke `./wegwijs check` en elke `./wegwijs build` alles na en noemt alle fouten in één keer. Een melding ziet er zo uit:

```text
schoolprofiles/de-brug.yaml:2:1: fout: 'telefon' is geen veld van School. [onbekend-veld]
   2 | telefon: 020 123 4567
     | ^^^^^^^
  hulp: bedoelde u 'telefoon'? Kijk in '_schema.yaml' welke velden er zijn.
```

- `schoolprofiles/de-brug.yaml:2:1` is de plek: het bestand, de regel en het hoeveelste teken van die regel. De tekens `^` staan onder de plek.
- **fout**: zolang dit zo is, wordt de site niet gepubliceerd; wat er stond, blijft staan. **waarschuwing**: de site wordt wel gepubliceerd.
- Achter **hulp** staat wat u kunt doen.
- Tussen `[ ]` staat de naam van de melding. Zoek die naam op deze pagina, of typ `./wegwijs explain onbekend-veld`.

Wilt u de meldingen in het Engels? Typ er `--lang en` achter. In een melding hieronder staat … voor woorden uit uw eigen bestand. In een
voorbeeld betekent `⟦tekst ×200⟧`: die tekst, 200 keer achter elkaar, en `№` is daarin het hoeveelste. `⟦byte E9⟧` is een teken dat u niet kunt zien.

Deze pagina is gemaakt uit het programma zelf; elk voorbeeld hieronder wordt bij elke test nagespeeld.
)";

/// Signs that mean something in Markdown.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char sign : text) {
    if (std::string_view("\\`*_<[~|").find(sign) != std::string_view::npos) result += '\\';
    result += sign;
  }
  return result;
}

std::string code_block(const std::string& text) {
  return "```text\n" + text + (text.ends_with('\n') ? "" : "\n") + "```\n";
}

std::string example_in_words(const Rule& rule) {
  // From the disk, not out of the program: an example that was just rewritten is already in the page.
  const std::filesystem::path file = message_folder / (std::string(rule.id) + ".txt");
  if (!std::filesystem::exists(file)) return "";
  const RuleExample example = read_rule_example(read_file(file));
  const std::string path = offending_path(example, rule);
  if (path.empty()) return "\nVoorbeeld:\n\n" + code_block(example.report);
  return fmt::format("\nVoorbeeld, in `{}`:\n\n{}\nDaarop zegt Wegwijs:\n\n{}", path,
                     code_block(example.files.at(path)), code_block(example.report));
}

std::string section_of(const Rule& rule) {
  const std::string help = pattern_of(rule.help, Language::nl);
  return fmt::format("\n### {}\n\n**{}**: {}\n\n**Wat te doen:** {}\n{}", rule.id,
                     severity_word(rule.severity, Language::nl), escaped(pattern_of(rule.message, Language::nl)),
                     help.empty() ? "schrijf wat volgens de melding op die plek hoort." : escaped(help),
                     example_in_words(rule));
}

}  // namespace

TEST_CASE("docs/meldingen.md lists every message with its example and its cure", "[messages]") {
  std::string page(introduction);
  for (const RuleSubject& subject : rules_by_subject()) {
    page += fmt::format("\n## {}\n", subject.title.nl);
    for (const Rule* rule : subject.rules) page += section_of(*rule);
  }
  check_expected(std::filesystem::path(WEGWIJS_SOURCE) / "docs" / "meldingen.md", page);
}

}  // namespace wegwijs
