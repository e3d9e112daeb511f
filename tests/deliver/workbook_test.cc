// Workbooks from outside: real ones, made by libxlsxwriter and libzip, and hostile ones.
#include "deliver/workbook.h"

#include <xlsxwriter.h>

#include <catch2/catch.hpp>

#include "deliver/portal.h"
#include "files/temporary_folder.h"
#include "zipped.h"

using namespace wegwijs;

namespace {

std::map<std::string, std::string> xlsx_parts(const std::string& sheet, const std::string& strings = "") {
  return {{"xl/workbook.xml",
           "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
          {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
          {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}};
}

std::string refusal_of(const std::string& bytes) {
  return read_workbook(bytes).refusal.nl;
}

/// The workbook that a school sends back: what `form` made, with answers by row and column typed into it, in a sheet of
/// another name.
void fill_in(const std::filesystem::path& form, const std::filesystem::path& filled,
             const std::map<std::string, std::pair<std::string, std::string>>& answers) {
  const Workbook made = read_workbook(bytes_of(form));
  REQUIRE(made.refusal.empty());
  lxw_workbook* workbook = workbook_new(filled.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, "Kopie van blad");
  const auto put = [&](std::size_t row, std::size_t column, const std::string& text) {
    worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), text.c_str(), nullptr);
  };
  constexpr std::size_t answer = 2;
  constexpr std::size_t key = 10;
  for (const auto& [row, cells] : made.sheets.front().rows) {
    for (const auto& [column, cell] : cells) put(row, column, cell.text);
    if (cells.contains(0) && cells.at(0).text == "Naam van het document") put(row, 1, "Gids 2026");
    const auto given = cells.contains(key) ? answers.find(cells.at(key).text) : answers.end();
    if (given == answers.end()) continue;
    put(row, answer, given->second.first);
    put(row, answer + 1, given->second.second);
  }
  lxw_format* day = workbook_add_format(workbook);
  format_set_num_format(day, "d mmmm yyyy");
  lxw_datetime date{2026, 11, 27, 0, 0, 0};
  for (const auto& [row, cells] : made.sheets.front().rows) {
    if (cells.contains(0) && cells.at(0).text == "Ingevuld op")
      worksheet_write_datetime(sheet, static_cast<lxw_row_t>(row), 1, &date, day);
  }
  REQUIRE(workbook_close(workbook) == LXW_NO_ERROR);
}

}  // namespace

TEST_CASE("the workbook of a school holds every row, today's value and whose it is", "[deliver]") {
  const SchoolPortal portal;
  REQUIRE(portal.run({"form", "--xlsx", (portal.folder() / "uit").string()}).exit_code == 0);
  const Workbook workbook = read_workbook(bytes_of(portal.folder() / "uit/de-brug.xlsx"));
  CHECK(workbook.refusal.empty());
  REQUIRE(workbook.sheets.size() == 2);
  std::string text;
  for (const auto& [row, cells] : workbook.sheets.front().rows) {
    for (const auto& [column, cell] : cells) text += cell_name(row, column) + "=" + cell.text + "\n";
  }
  CHECK(text.find("=wegwijs 1 scholen de-brug 2 2026-11-28\n") != std::string::npos);
  CHECK(text.find("=Ja: Elke dag. (bron: Gids 2024; 2024)\n") != std::string::npos);
  CHECK(text.find("=ja: Elke dag. (2024)\n") != std::string::npos);
  CHECK(text.find("=zaal\n") != std::string::npos);
  CHECK(text.find("=kosten\n") != std::string::npos);
  // The same bytes whenever it is made: nothing of the clock is in it.
  REQUIRE(portal.run({"form", "--xlsx", (portal.folder() / "uit2").string()}).exit_code == 0);
  CHECK(bytes_of(portal.folder() / "uit/de-brug.xlsx").size() ==
        bytes_of(portal.folder() / "uit2/de-brug.xlsx").size());
}

TEST_CASE("a workbook that was filled in is received, applied and shown", "[deliver]") {
  const SchoolPortal portal;
  REQUIRE(portal.run({"form", "--xlsx", (portal.folder() / "in").string()}).exit_code == 0);
  fill_in(
      portal.folder() / "in/de-brug.xlsx", portal.folder() / "in/terug.xlsx",
      {{"lift", {"Klopt nog", ""}}, {"zaal", {"Deels", "Alleen 's middags & op vrijdag."}}, {"kosten", {"", "Geen."}}});
  const ProgramRun run = portal.receive("terug.xlsx", {"--apply"});
  INFO(run.output);
  CHECK(run.output.find("Ingevuld op 2026-11-27. 2 nieuw, 1 bevestigd.") != std::string::npos);
  CHECK(portal.profile().find("\n  - status: deels\n    toelichting: \"Alleen 's middags & op vrijdag.\"\n") !=
        std::string::npos);
  CHECK(portal.profile().find("gecontroleerd: {op: 2026-11-27, door: school}") != std::string::npos);
  CHECK(portal.run({"build", "-o", (portal.folder() / "gebouwd").string()}).exit_code == 0);
  const std::string page = bytes_of(portal.folder() / "gebouwd/scholen/de-brug/index.html");
  CHECK(page.find("<p>Gymzaal: Alleen &#39;s middags &amp; op vrijdag.</p>") != std::string::npos);
  CHECK(portal.run({"check"}).exit_code == 0);
}

TEST_CASE("a word that is no answer is named with its sheet and cell", "[deliver]") {
  const SchoolPortal portal;
  REQUIRE(portal.run({"form", "--xlsx", (portal.folder() / "in").string()}).exit_code == 0);
  fill_in(portal.folder() / "in/de-brug.xlsx", portal.folder() / "in/terug.xlsx", {{"zaal", {"Soms", "x"}}});
  const ProgramRun run = portal.receive("terug.xlsx", {"--apply"});
  INFO(run.output);
  CHECK(run.output.find("- (blad Kopie van blad, cel C14)\n    school: Soms\n    Dat is geen antwoord dat wij kennen "
                        "(onderwerp 'Gymzaal').") != std::string::npos);
  CHECK(portal.profile() == SchoolPortal::default_profile);
}

TEST_CASE("formulas and merged cells are asked about, never guessed at", "[deliver]") {
  const SchoolPortal portal;
  const std::string head =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Formulier</t></is></c><c r=\"B1\" "
      "t=\"inlineStr\"><is><t>wegwijs "
      "1 scholen de-brug 2 2026-11-28</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" "
      "t=\"s\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>2</v></c><c r=\"D2\" t=\"s\"><v>3</v></c></row>";
  const std::string strings =
      "<si><t>sleutel</t></si><si><r><t>Ant</t></r><r><t>woord</t></r></si><si><t>Uitleg</t></si><si><t>Onderwerp</t></"
      "si>";
  const std::string rows =
      "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>zaal</t></is></c><c r=\"B3\" "
      "t=\"str\"><f>IF(1,\"Ja\",\"\")</f><v>Ja</v></c><c r=\"D3\" "
      "t=\"inlineStr\"><is><t>Gymzaal</t></is></c></row><row r=\"4\"><c r=\"A4\" "
      "t=\"inlineStr\"><is><t>kosten</t></is></c><c "
      "r=\"C4\" t=\"inlineStr\"><is><t>Geen</t></is></c></row></sheetData><mergeCells><mergeCell "
      "ref=\"C4:C5\"/></mergeCells><sheetData>";
  portal.put("a.xlsx", zipped(xlsx_parts(head + rows, strings)));
  const ProgramRun run = portal.receive("a.xlsx", {"--apply"});
  INFO(run.output);
  CHECK(run.output.find("- Gymzaal (blad Blad1, cel B3)\n    school: Ja\n    In deze cel staat een formule.") !=
        std::string::npos);
  CHECK(run.output.find("cel C4)\n    school: Geen\n    Deze cel is samengevoegd") != std::string::npos);
  CHECK(portal.profile() == SchoolPortal::default_profile);
}

TEST_CASE("an OpenDocument sheet gives the same cells", "[deliver]") {
  const std::string content =
      "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><table:table table:name=\"Blad\">"
      "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"1024\"/>"
      "</table:table-row><table:table-row><table:table-cell "
      "office:value-type=\"string\"><office:annotation><text:p>hulp"
      "</text:p></office:annotation><text:p>een<text:s "
      "text:c=\"2\"/>twee</text:p><text:p>drie</text:p></table:table-cell>"
      "<table:table-cell table:number-columns-repeated=\"2\" office:value-type=\"date\" "
      "office:date-value=\"2026-11-28T00:00:00\"><text:p>28 nov</text:p></table:table-cell><table:table-cell "
      "office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>WAAR</text:p></table:table-cell>"
      "</table:table-row><table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell/></table:table-row>"
      "</table:table></office:document-content>";
  const Workbook workbook = read_workbook(zipped({{"content.xml", content}}));
  CHECK(workbook.refusal.empty());
  REQUIRE(workbook.sheets.size() == 1);
  const auto& row = workbook.sheets.front().rows.at(2);
  CHECK(row.at(0).text == "een  twee\ndrie");
  CHECK(row.at(1).text == "2026-11-28");
  CHECK(row.at(2).text == "2026-11-28");
  CHECK(row.at(3).text == "ja");
  CHECK(workbook.sheets.front().rows.size() == 1);
}

TEST_CASE("hostile workbooks are refused before they cost anything", "[deliver]") {
  const std::string zeros(200 * 1024 * 1024, '0');
  std::map<std::string, std::string> bomb = xlsx_parts("");
  bomb["xl/worksheets/sheet1.xml"] = zeros;
  CHECK(refusal_of(zipped(bomb)).find("te groot") != std::string::npos);

  std::map<std::string, std::string> entity = xlsx_parts("");
  entity["xl/sharedStrings.xml"] = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\">]><sst><si><t>&a;</t></si></sst>";
  CHECK(refusal_of(zipped(entity)).find("niet voorkomt") != std::string::npos);

  CHECK(refusal_of(zipped(xlsx_parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"))).find("beschadigd") !=
        std::string::npos);
  CHECK(refusal_of(zipped(xlsx_parts("<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row>")))
            .find("In cel XFD1048576 staat iets") != std::string::npos);
  CHECK(refusal_of(zipped(xlsx_parts("<row><c><v>1</v></c>"))).find("beschadigd") != std::string::npos);
  std::map<std::string, std::string> mac = xlsx_parts("");
  mac["xl/workbook.xml"] = "<workbook><workbookPr date1904=\"1\"/></workbook>";
  CHECK(refusal_of(zipped(mac)).find("1904") != std::string::npos);
  CHECK(refusal_of(zipped(xlsx_parts(""), "geheim")).find("wachtwoord") != std::string::npos);
  CHECK(refusal_of(zipped({{"foto.jpg", "x"}})).find("geen werkboek") != std::string::npos);
  const std::string whole = zipped(xlsx_parts("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>x</v></c></row>"));
  CHECK(refusal_of(whole.substr(0, whole.size() / 2)).find("beschadigd") != std::string::npos);
}

TEST_CASE("a workbook of which any byte was changed is read or refused, and never more than that", "[deliver]") {
  const std::string whole = zipped(xlsx_parts("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>x</v></c></row>"));
  for (std::size_t place = 0; place < whole.size(); place += 7) {
    std::string mutated = whole;
    mutated[place] = static_cast<char>(mutated[place] ^ 0x55);
    const Workbook workbook = read_workbook(mutated);
    CHECK((!workbook.refusal.empty() || workbook.sheets.size() <= 1));
  }
}
