# Completion for fish. Asks the program itself, so it is never behind.
function __wegwijs_commands
    echo help
    wegwijs --help --lang en 2>/dev/null | sed -n '/^Commands:/,$s/^  \([a-z]\{1,\}\) .*/\1/p'
end
function __wegwijs_options
    set -l words (commandline -opc)
    wegwijs $words[2] --help --lang en 2>/dev/null | grep -o -- '--[a-z][a-z-]*' | sort -u
end
complete -c wegwijs -n __fish_use_subcommand -f -a '(__wegwijs_commands)'
complete -c wegwijs -n 'not __fish_use_subcommand' -a '(__wegwijs_options)'
