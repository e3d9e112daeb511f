# Completion for bash. Asks the program itself, so it is never behind.
_wegwijs() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  case $before in
    --root | --theme | -o | --output-dir | --to | --xlsx) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "nl en" -- "$word"); return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "help $("${COMP_WORDS[0]}" --help --lang en 2>/dev/null | sed -n '/^Commands:/,$s/^  \([a-z]\+\) .*/\1/p')" -- "$word")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" "$command" --help --lang en 2>/dev/null | grep -o -- '--[a-z][a-z-]*' | sort -u)" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _wegwijs wegwijs
