// `wegwijs receive`: what schools send, from file to profile.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "deliver/portal.h"
#include "files/change_journal.h"
#include "zipped.h"

using namespace wegwijs;

namespace {

bool has(const ProgramRun& run, std::string_view words) {
  return run.output.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("without --apply a form is told and nothing is written", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json",
             form_json(R"({"veld":"lift","antwoord":"klopt"},{"veld":"zaal","antwoord":"nee","uitleg":"Nee."})"));
  const ProgramRun run = portal.receive("a.json");
  CHECK(run.exit_code == 0);
  CHECK(has(run, "a.json: De Brug\nIngevuld op 2026-11-28 door: Teamleider. 1 nieuw, 1 bevestigd.\n"));
  CHECK(has(run, "Nieuw (1)\n- [x] Gymzaal (veld 'zaal')\n    school: Nee: Nee.\n"));
  CHECK(has(run, "Er is nog niets veranderd."));
  CHECK(portal.profile() == SchoolPortal::default_profile);
}

TEST_CASE("what was taken in is all that changed in the file", "[deliver]") {
  const SchoolPortal portal;
  portal.put(
      "a.json",
      form_json(R"({"veld":"lift","antwoord":"klopt"},{"veld":"zaal","antwoord":"nee","uitleg":"Die is er niet."})"));
  CHECK(portal.receive("a.json", {"--apply"}).exit_code == 0);
  CHECK(portal.profile() == R"(# De school aan de brug
naam: "De Brug"   # zoals ouders haar kennen
niveaus: [havo, vwo]
bronnen:
  gids: {soort: schoolgids, titel: 'Gids 2024'}
  gids-2026:
    soort: schoolgids
    titel: "Gids 2026"

lift:
  - status: ja # gezien
    toelichting: Elke dag.
    bron: gids
    peildatum: 2024
    gecontroleerd: {op: 2026-11-28, door: school}
zaal:
  - status: nee
    toelichting: "Die is er niet."
    bron: gids-2026
    peildatum: 2026-11-28
    gecontroleerd: {op: 2026-11-28, door: school}
# over de zaal weten wij niets
)");
  CHECK(portal.run({"check"}).exit_code == 0);
  const ProgramRun again = portal.receive("a.json", {"--apply"});
  CHECK(has(again, "2 stond er al."));
  CHECK(has(again, "Er is niets overgenomen."));
}

TEST_CASE("an answer that the site has already is a confirmation", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"lift","antwoord":"ja","uitleg":"Elke dag."})"));
  CHECK(has(portal.receive("a.json", {"--apply"}), "Bevestigd (1)"));
  CHECK(portal.profile().find("peildatum: 2024\n    gecontroleerd: {op: 2026-11-28, door: school}\n") !=
        std::string::npos);
}

TEST_CASE("something newer is never overwritten in silence", "[deliver]") {
  const SchoolPortal portal(
      "naam: De Brug\nbronnen: {gids: {titel: Gids}}\nlift: [{status: ja, bron: gids, peildatum: "
      "2026-10-01}]\n");
  const std::string before = portal.profile();
  portal.put("a.json", form_json(R"({"veld":"lift","antwoord":"nee","uitleg":"Kapot."})", "2026-09-01"));
  const ProgramRun run = portal.receive("a.json", {"--apply"});
  CHECK(has(run, "Spreekt tegen (1)"));
  CHECK(has(run, "Op de site staat iets nieuwers, van 1 oktober 2026."));
  CHECK(portal.profile() == before);
  CHECK(portal.receive("a.json", {"--apply", "--accept", "lift"}).exit_code == 0);
  CHECK(portal.profile().find("status: nee") != std::string::npos);
}

TEST_CASE("a row that changed since the form was made contradicts", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"j({"veld":"lift","antwoord":"klopt","gezien":"nee: Kapot. (2020)"})j"));
  const ProgramRun run = portal.receive("a.json", {"--apply"});
  CHECK(has(run, "Wat op de site staat, is veranderd sinds dit formulier is gemaakt."));
  CHECK(portal.profile() == SchoolPortal::default_profile);
}

TEST_CASE("a row under its former name is the row of today", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"gymzaal","antwoord":"ja","uitleg":"Ja."})"));
  CHECK(portal.receive("a.json", {"--apply"}).exit_code == 0);
  CHECK(portal.profile().find("\nzaal:\n  - status: ja\n") != std::string::npos);
}

TEST_CASE("what cannot be taken in is quoted with its place and what to do", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"lift","antwoord":"soms","uitleg":"x"},{"veld":"zaal","antwoord":"nee"},
{"veld":"kosten","uitleg":"Nog <b>niets</b>."},{"veld":"kostn","uitleg":"Weinig."},{"antwoord":"ja"},{"veld":"naam","antwoord":"ja","uitleg":"Anders."},
{"veld":"zaal","antwoord":"ja","uitleg":"Voor mavo.","niveaus":["mavo"]}, 7)"));
  const ProgramRun run = portal.receive("a.json", {"--apply"});
  CHECK(has(run, "Niet begrepen (8)"));
  CHECK(has(run, "'soms' is geen keuze voor 'lift'"));
  CHECK(has(run, "'zaal: nee' heeft een toelichting nodig."));
  CHECK(has(run, "In de uitleg staat opmaak ('<b>')"));
  CHECK(has(run, "Het onderwerp 'naam' is er niet in dit profiel. Neem het over met de hand."));
  CHECK(has(run, "Het onderwerp 'kostn' is er niet in dit profiel; lijkt op 'kosten'."));
  CHECK(has(run, "Hierbij staat niet over welk onderwerp het gaat."));
  CHECK(has(run, "mavo"));
  CHECK(portal.profile() == SchoolPortal::default_profile);
}

TEST_CASE("a row that is named to be taken in or left, and is none, is told before anything is written", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Ja."})"));
  const ProgramRun run = portal.receive("a.json", {"--apply", "--accept", "lft"});
  CHECK(run.exit_code == 2);
  CHECK(run.errors.find("er is geen onderwerp 'lft' (bij --accept); bedoelde u 'lift'?") != std::string::npos);
  CHECK(portal.receive("a.json", {"--apply", "--leave", "naam"}).exit_code == 2);
  CHECK(portal.profile() == SchoolPortal::default_profile);
}

TEST_CASE("a claim without a source is asked about and not taken in", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", R"({"soort":"wegwijs-wijziging","versie":1,"verzameling":"scholen","id":"de-brug","gemaakt_op":
"2026-11-28","antwoorden":[{"veld":"zaal","antwoord":"ja","uitleg":"Ja."}]})");
  CHECK(has(portal.receive("a.json", {"--apply"}), "Hierbij staat geen bron."));
  CHECK(portal.profile() == SchoolPortal::default_profile);
}

TEST_CASE("a file that is no form, or another's, is refused in one sentence", "[deliver]") {
  const SchoolPortal portal;
  const auto refused = [&](std::string_view bytes) {
    portal.put("x", bytes);
    const ProgramRun run = portal.receive("x", {"--apply"});
    CHECK(run.exit_code == 1);
    CHECK(portal.profile() == SchoolPortal::default_profile);
    return run.output;
  };
  const auto told = [](const std::string& output, std::string_view words) {
    INFO(output);
    return output.find(words) != std::string::npos;
  };
  CHECK(told(refused("{\"soort\": \"iets\"}"), "geen formulier van Wegwijs"));
  CHECK(told(refused("{\"soort\""), "niet heel"));
  CHECK(told(refused(std::string(100'000, '[')), "geen rij met de koppen"));
  CHECK(told(refused("{\"a\":" + std::string(100'000, '[')), "niet heel"));
  CHECK(told(refused("zomaar tekst"), "geen rij met de koppen"));
  CHECK(told(refused(""), "is leeg"));
  CHECK(told(refused("PK\x03\x04rest"), "beschadigd"));
  CHECK(told(refused("%PDF-1.4"), "pdf"));
  for (const std::string photo : {"\xFF\xD8\xFF\xE0", "\x89PNG\r\n", "....ftypheic"})
    CHECK(told(refused(photo + std::string(100, 'x')), "een foto of een scan"));
  CHECK(told(refused(zipped({{"word/document.xml", "<a/>"}})), "een document van Word"));
  std::string unreadable = form_json("");
  unreadable.replace(unreadable.find("\"antwoorden\":["), 14, "\"antwoorden\":5,\"x\":[");
  CHECK(told(refused(unreadable), "De antwoorden in dit bestand zijn niet te lezen."));
  CHECK(told(refused(std::string(5 * 1024 * 1024, '0')), "te groot"));
  CHECK(told(refused(form_json("", "2027-01-01")), "'2027-01-01' kan de dag niet zijn"));
  std::string other = form_json("");
  other.replace(other.find("\"De Brug\""), 9, "\"De Sluis\"");
  CHECK(told(refused(other), "Dit formulier noemt 'De Sluis', maar zijn sleutel is van 'De Brug'."));
  other = form_json("");
  other.replace(other.find("de-brug"), 7, "de-burg");
  CHECK(told(refused(other), "is er op deze site niet; lijkt op 'de-brug'"));
  other = form_json("");
  other.replace(other.find("\"versie\":1"), 10, "\"versie\":9");
  CHECK(told(refused(other), "vorm '9'"));
}

TEST_CASE("a form of an older version of the profile is taken in with a remark", "[deliver]") {
  const SchoolPortal portal;
  std::string form = form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Ja."})");
  form.replace(form.find("\"profielversie\":\"2\""), 19, "\"profielversie\":\"1\"");
  portal.put("a.json", form);
  const ProgramRun run = portal.receive("a.json");
  CHECK(has(run, "hoort bij versie 1 van het profiel; nu is het versie 2."));
  CHECK(has(run, "Nieuw (1)"));
}

TEST_CASE("csv is read whatever separates its cells and however its letters are kept", "[deliver]") {
  const std::string utf8 =
      "Formulier;wegwijs 1 scholen de-brug 2 2026-11-28\nSchool;De Brug\nNaam van het document;Gids 2026\n\n"
      "Onderwerp;Antwoord;Uitleg;sleutel\nGymzaal;Ja;\"Café; ook \"\"'s avonds\"\".\";zaal\nEen lift;Klopt nog;;lift\n";
  std::string windows = utf8;
  windows.replace(windows.find("é"), 2, "\xE9");
  std::string commas = utf8;
  for (std::size_t at = 0; (at = commas.find(';', at)) != std::string::npos; ++at) {
    if (commas.compare(at, 5, "; ook") != 0) commas[at] = ',';
  }
  for (const std::string& bytes : {utf8, windows, commas, "\xEF\xBB\xBF" + utf8}) {
    const SchoolPortal portal;
    portal.put("a.csv", bytes);
    const ProgramRun run = portal.receive("a.csv", {"--apply"});
    INFO(run.output);
    CHECK(run.exit_code == 0);
    CHECK(portal.profile().find("toelichting: \"Café; ook \\\"'s avonds\\\".\"") != std::string::npos);
    CHECK(portal.profile().find("gecontroleerd: {op: 2026-11-28, door: school}") != std::string::npos);
  }
}

TEST_CASE("the same report comes for programs and as a page, and the mail back lists what was taken in", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json",
             form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Voor 100 < 200."},{"veld":"lift","antwoord":
"klopt_niet"})"));
  const auto json = nlohmann::json::parse(portal.receive("a.json", {"--format", "json"}).output);
  CHECK(json[0]["wijziging"]["velden"][1]["veld"] == "zaal");
  CHECK(json[0]["wijziging"]["velden"][1]["gezien"].is_null());
  CHECK(json[0]["wijziging"]["velden"][1]["gewenst"][0]["status"] == "ja");
  const ProgramRun page = portal.receive("a.json", {"--format", "html"});
  CHECK(has(page, "100 &lt; 200"));
  CHECK(has(page, "<h3>Spreekt tegen (1)</h3>"));
  const ProgramRun mail = portal.receive("a.json", {"--reply"});
  CHECK(has(mail, "- nieuw: Gymzaal\n"));
  CHECK(has(mail,
            "1. Een lift. Nu staat er: Ja: Elke dag. (2024). U schreef: \"Klopt niet\". Wat klopt er wel, en waar "
            "staat dat?"));
}

TEST_CASE("the mail back speaks to the school and not to the team", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json",
             form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Bel 06 12345678."},)"
                       R"({"veld":"lift","antwoord":"misschien","uitleg":"x"},{"veld":"weg","antwoord":"ja"},)"
                       R"({"veld":"kosten","uitleg":"Een <b>vet</b> bedrag."})"));
  portal.put("b.json", "kapot");
  portal.put("c.json", form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Ja."})", "2019-01-01"));
  for (const char* file : {"a.json", "b.json", "c.json"}) {
    const std::string mail = portal.receive(file, {"--reply"}).output;
    INFO(mail);
    for (const char* words : {"Vraag de school", "met de hand", "--accept", "aangevinkt", "koppen"})
      CHECK(mail.find(words) == std::string::npos);
  }
  const ProgramRun mail = portal.receive("a.json", {"--reply"});
  CHECK(has(mail, "Heeft u een nummer of adres van de school zelf?"));
  CHECK(has(mail, "Waar gaat uw antwoord over?"));
  CHECK(has(mail, "In uw uitleg staat '<b>'"));
  CHECK(has(mail, "Wilt u het anders schrijven?"));
  CHECK(has(portal.receive("b.json", {"--reply"}), "Wilt u het formulier op de site nog eens bewaren"));
}

TEST_CASE("a new school becomes a draft with what it said", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json",
             R"({"soort":"wegwijs-wijziging","versie":1,"nieuw":true,"verzameling":"scholen","naam":"De Sluis",
"gemaakt_op":"2026-11-28","bron":{"titel":"Gids"},"gegevens":{"website":"https://sluis.example/","niveaus":"havo, vwo","x":"y"},
"antwoorden":[{"veld":"zaal","antwoord":"ja","uitleg":"Ja."}]})");
  const ProgramRun run = portal.receive("a.json", {"--apply"});
  INFO(run.output);
  CHECK(run.exit_code == 0);
  const std::string made = portal.profile("de-sluis");
  CHECK(made.find("naam: \"De Sluis\"\nwebsite: \"https://sluis.example/\"\nniveaus: [havo, vwo]\n") !=
        std::string::npos);
  CHECK(made.find("klad: ja") != std::string::npos);
  CHECK(made.find("zaal:\n  - status: ja\n") != std::string::npos);
  CHECK(portal.run({"check"}).exit_code == 0);
  CHECK(portal.receive("a.json", {"--apply"}).output.find("is er al") != std::string::npos);
}

TEST_CASE("two forms of one school at once are both taken in", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Ja."})"));
  portal.put("b.json", form_json(R"({"veld":"kosten","uitleg":"Geen."})"));
  CHECK(portal.run({"receive", portal.path("a.json"), portal.path("b.json"), "--apply"}).exit_code == 0);
  CHECK(portal.profile().find("\nzaal:\n") != std::string::npos);
  CHECK(portal.profile().find("\nkosten:\n  - tekst: Geen.\n") != std::string::npos);
}

TEST_CASE("a second form of a school is judged by what the first one said", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Ja."})"));
  portal.put("b.json", form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Ja."})"));
  const ProgramRun run = portal.run({"receive", portal.path("a.json"), portal.path("b.json"), "--apply"});
  CHECK(has(run, "Ingevuld op 2026-11-28 door: Teamleider. 1 stond er al."));
  CHECK(run.output.ends_with("\n1 overgenomen in scholen/de-brug.yaml.\n"));
  CHECK(portal.run({"check"}).exit_code == 0);
}

TEST_CASE("what may belong to a person is not taken in unless somebody says so", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"zaal","antwoord":"ja","uitleg":"Bel 06 12345678."})"));
  const std::string before = portal.profile();
  const ProgramRun run = portal.receive("a.json");
  CHECK(has(run,
            "- [ ] Gymzaal (veld 'zaal')\n    school: Ja: Bel 06 12345678.\n    '06 12345678' kan van een persoon "
            "zijn. Vraag de school om een nummer of adres van de school zelf.\n    Toch overnemen: --accept zaal\n"));
  CHECK(run.output.ends_with("\nEr is niets aangevinkt en er is niets veranderd.\n"));
  CHECK(has(portal.receive("a.json", {"--apply"}), "Er is niets overgenomen."));
  CHECK(portal.profile() == before);
  CHECK(portal.receive("a.json", {"--apply", "--accept", "zaal"}).exit_code == 0);
  CHECK(portal.profile().find("06 12345678") != std::string::npos);
}

TEST_CASE("a file that is empty, or the mail itself, is told as that", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", "");
  CHECK(has(portal.receive("a.json"), "Niets overgenomen. Dit bestand is leeg."));
  portal.put("b.csv", " \r\n\r\n");
  CHECK(has(portal.receive("b.csv"), "Niets overgenomen. Dit bestand is leeg."));
  for (const std::string& mail : {std::string("From: school@brug.example\r\nSubject: Formulier\r\n\r\nBijgaand.\r\n"),
                                  std::string("Received: by mail\nFrom: a\nSubject: b\n\n{}\n"),
                                  "\xD0\xCF\x11\xE0\xA1\xB1" + std::string("\0\0_\0_\0s\0u\0b\0s\0t\0g\0001\0", 20)}) {
    portal.put("c.eml", mail);
    CHECK(has(portal.receive("c.eml"), "Niets overgenomen. Dit is de mail zelf."));
  }
  portal.put("d.xls", std::string("\xD0\xCF\x11\xE0\xA1\xB1 W\0o\0r\0k\0", 15));
  CHECK(has(portal.receive("d.xls"), "oude vorm van Excel"));
  portal.put("e.csv", "Subject;Antwoord;Uitleg\nzaal;Ja;Ja.\n");
  CHECK_FALSE(has(portal.receive("e.csv"), "de mail zelf"));
}

TEST_CASE("a form that is refused leaves the others to be taken in", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", "geen formulier");
  portal.put("b.json", form_json(R"({"veld":"kosten","uitleg":"Geen."})"));
  CHECK(portal.run({"receive", portal.path("a.json"), portal.path("b.json"), "--apply"}).exit_code == 1);
  CHECK(portal.profile().find("\nkosten:\n") != std::string::npos);
}

TEST_CASE("a change that was broken off is told by a command that looks, and finished by the next one that writes",
          "[deliver]") {
  const SchoolPortal portal;
  const std::string other = portal.profile() + "# meer\n";
  portal.folder().put(".wegwijs-wijziging",
                      written_journal({{"scholen/de-brug.yaml", portal.profile(), other},
                                       {"content/nieuw.md", std::nullopt, "---\ntitel: Nieuw\n---\nTekst.\n"}}));
  const std::string before = portal.profile();
  for (const std::vector<std::string>& looking :
       {std::vector<std::string>{"check"}, {"list", "drafts"}, {"report"}, {"rename", "de-brug", "de-boog"}}) {
    INFO(looking.front());
    const ProgramRun run = portal.run(looking);
    CHECK(run.exit_code == 0);
    CHECK(run.errors ==
          "Een wijziging van meer bestanden is afgebroken: scholen/de-brug.yaml, content/nieuw.md. Misschien zijn ze "
          "maar voor een deel veranderd; 'wegwijs build' maakt dat heel. Er is nu niets veranderd.\n");
    CHECK(portal.profile() == before);
    CHECK(std::filesystem::exists(portal.folder().path() / ".wegwijs-wijziging"));
  }
  const ProgramRun built = portal.run({"build"});
  CHECK(built.exit_code == 0);
  CHECK(built.errors.starts_with(
      "Een wijziging die was afgebroken, is nu afgemaakt: scholen/de-brug.yaml, content/nieuw.md.\n"));
  CHECK(portal.profile() == other);
  CHECK(portal.run({"check"}).errors.empty());
  portal.folder().put(".wegwijs-wijziging", written_journal({{"scholen/de-brug.yaml", "x", "y"}}));
  CHECK(portal.run({"check", "--lang", "en"})
            .errors.starts_with("A change of several files was broken off: scholen/de-brug.yaml."));
  CHECK(portal.run({"build", "--lang", "en"})
            .errors.starts_with("A change that was broken off is taken back, because somebody changed "
                                "scholen/de-brug.yaml since: look at "
                                "that. The whole change was: scholen/de-brug.yaml.\n"));
  CHECK(portal.profile() == other);
}

TEST_CASE("receive speaks English where the user or the site does", "[deliver]") {
  const SchoolPortal portal;
  portal.put("a.json", form_json(R"({"veld":"lift","antwoord":"klopt"},{"veld":"zaal","antwoord":"nee"},)"
                                 R"({"veld":"weg","antwoord":"ja","uitleg":"Ja."})"));
  const ProgramRun run = portal.receive("a.json", {"--lang", "en"});
  CHECK(has(run, "Filled in on 2026-11-28 by: Teamleider. 2 not understood, 1 confirmed.\n"));
  CHECK(has(run, "This profile has no topic 'weg'. Copy it by hand."));
  CHECK(has(run, "Nothing has changed yet. Take in what is ticked with --apply.\n"));
  CHECK(portal.receive("a.json", {"--lang", "en", "--reply"}).output.starts_with("Subject: Proef: your additions for"));
  CHECK(portal.receive("a.json", {"--lang", "en", "--format", "html"}).output.find("<html lang=\"en\">") !=
        std::string::npos);
  portal.put("b.json", "%PDF");
  CHECK(has(portal.receive("b.json", {"--lang", "en"}), "Nothing is taken in. This is a PDF."));
  CHECK(portal.receive("a.json", {"--lang", "en", "--apply"}).output.ends_with("1 taken into scholen/de-brug.yaml.\n"));
}
