#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

namespace wegwijs {
namespace {

void add_site_options(CLI::App& command, CommandLine& line) {
  command.add_option("--root", line.root, "Map van het portaal (met site.yaml)")->type_name("MAP");
  command
      .add_option("--theme", line.theme, "Map van het thema (anders: themes/ in het portaal, of het thema van Wegwijs)")
      ->type_name("MAP");
  command.add_option("--base-url", line.base_address, "Adres waarop de site komt te staan")->type_name("ADRES");
  command.add_option("--clock", line.clock, "Bouw alsof het deze dag is (2026-11-23)")->type_name("DAG");
  command.add_option("-j,--jobs", line.threads, "Aantal draden tegelijk (anders: zoveel als de machine heeft)")
      ->type_name("AANTAL");
  command.add_flag("-D,--drafts", line.drafts, "Ook klad, toekomstige en verlopen pagina's");
}

void add_language(CLI::App& command, CommandLine& line) {
  command
      .add_option_function<std::string>(
          "--lang", [&line](const std::string& word) { line.language = word == "en" ? Language::en : Language::nl; },
          "Taal van de meldingen: nl of en (anders: 'taal' in site.yaml)")
      ->check(CLI::IsMember({"nl", "en"}))
      ->type_name("TAAL");
}

void add_report_options(CLI::App& command, CommandLine& line) {
  static const std::map<std::string, ReportForm> forms{{"text", ReportForm::text},
                                                       {"plain", ReportForm::plain},
                                                       {"json", ReportForm::json},
                                                       {"sarif", ReportForm::sarif},
                                                       {"github", ReportForm::github}};
  command
      .add_option_function<std::string>(
          "--format", [&line](const std::string& word) { line.form = forms.at(word); },
          "Vorm van de meldingen: text, of voor programma's plain, json, sarif of github (op standaarduitvoer)")
      ->check(CLI::IsMember(forms))
      ->type_name("VORM");
  command.add_flag("--strict", line.strict, "Eindig ook bij waarschuwingen met code 1");
}

void add_build(CLI::App& program, CommandLine& line) {
  CLI::App* build = program.add_subcommand("build", "Bouw de site in public/");
  add_site_options(*build, line);
  add_language(*build, line);
  add_report_options(*build, line);
  build->add_option("-o,--output-dir", line.output_folder, "Map voor de gebouwde site (anders: public/ in het portaal)")
      ->type_name("MAP");
}

void add_check(CLI::App& program, CommandLine& line) {
  CLI::App* check = program.add_subcommand("check", "Kijk alles na en schrijf niets");
  add_site_options(*check, line);
  add_language(*check, line);
  add_report_options(*check, line);
}

void add_serve(CLI::App& program, CommandLine& line) {
  CLI::App* serve = program.add_subcommand("serve", "Bekijk de site op deze computer; vernieuwt bij elke wijziging");
  add_site_options(*serve, line);
  add_language(*serve, line);
  serve->add_option("-p,--port", line.port, "Poort op 127.0.0.1")->type_name("NUMMER")->capture_default_str();
}

void add_new(CLI::App& program, CommandLine& line) {
  CLI::App* create = program.add_subcommand("new", "Maak een nieuw bestand met alle velden van het schema");
  create->add_option("soort", line.new_kind, "Verzameling: activiteit, school, pagina, of de naam uit site.yaml")
      ->required();
  create->add_option("id", line.new_id, "Naam van het bestand en het adres, bijvoorbeeld 'de-brug'")->required();
  create->add_option("--root", line.root, "Map van het portaal (met site.yaml)")->type_name("MAP");
}

void add_explain(CLI::App& program, CommandLine& line) {
  CLI::App* explain = program.add_subcommand("explain", "Leg een melding uit, met een voorbeeld");
  explain->add_option("melding", line.rule, "De naam tussen [ ] achter de melding (anders: een lijst van alle)");
  add_language(*explain, line);
}

}  // namespace

ParsedArguments read_arguments(int argument_count, const char* const* arguments, const std::string& version) {
  ParsedArguments parsed;
  CommandLine& line = parsed.command_line;
  CLI::App program{"Wegwijs maakt een doorzoekbare site van Markdown en YAML.", "wegwijs"};
  program.set_version_flag("--version", "wegwijs " + version);
  program.set_help_flag("-h,--help", "Toon deze uitleg");
  program.require_subcommand(1);

  add_build(program, line);
  add_check(program, line);
  add_serve(program, line);
  add_new(program, line);
  add_explain(program, line);

  try {
    program.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    const bool asked_for = error.get_exit_code() == 0;
    program.exit(error, std::cout, std::cerr);
    parsed.exit = asked_for ? ExitCode::good : ExitCode::usage;
    return parsed;
  }
  line.command = program.get_subcommands().front()->get_name();
  return parsed;
}

}  // namespace wegwijs
