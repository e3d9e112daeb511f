#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <iostream>

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

}  // namespace

ParsedArguments read_arguments(int argument_count, const char* const* arguments, const std::string& version) {
  ParsedArguments parsed;
  CommandLine& line = parsed.command_line;
  CLI::App program{"Wegwijs maakt een doorzoekbare site van Markdown en YAML.", "wegwijs"};
  program.set_version_flag("--version", "wegwijs " + version);
  program.set_help_flag("-h,--help", "Toon deze uitleg");
  program.require_subcommand(1);

  CLI::App* build = program.add_subcommand("build", "Bouw de site in public/");
  add_site_options(*build, line);
  build->add_option("-o,--output-dir", line.output_folder, "Map voor de gebouwde site (anders: public/ in het portaal)")
      ->type_name("MAP");

  CLI::App* check = program.add_subcommand("check", "Kijk alles na en schrijf niets");
  add_site_options(*check, line);

  CLI::App* serve = program.add_subcommand("serve", "Bekijk de site op deze computer; vernieuwt bij elke wijziging");
  add_site_options(*serve, line);
  serve->add_option("-p,--port", line.port, "Poort op 127.0.0.1")->type_name("NUMMER")->capture_default_str();

  CLI::App* create = program.add_subcommand("new", "Maak een nieuw bestand met alle velden van het schema");
  create->add_option("soort", line.new_kind, "Verzameling: activiteit, school, pagina, of de naam uit site.yaml")
      ->required();
  create->add_option("id", line.new_id, "Naam van het bestand en het adres, bijvoorbeeld 'de-brug'")->required();
  create->add_option("--root", line.root, "Map van het portaal (met site.yaml)")->type_name("MAP");

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
