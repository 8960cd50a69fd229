/**
 * The completions of the shells. Each asks the program itself what may stand at the cursor, so that
 * all of them follow the command tree and the data. Its answer is one candidate a line, with a tab
 * before what it means; lines that begin with a colon are about the candidates.
 */
export const shellScripts: Readonly<Record<string, string>> = {
  bash: `_trade_metrics() {
  local line=\${COMP_LINE:0:COMP_POINT} candidate
  local -a words
  COMPREPLY=()
  IFS=$' \\t' read -r -a words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  while IFS=$'\\t' read -r candidate _; do
    case $candidate in
      :files) compopt -o default; COMPREPLY+=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")) ;;
      :nospace) compopt -o nospace ;;
      *) COMPREPLY+=("$candidate") ;;
    esac
  done < <("$1" __complete bash "\${words[@]:1}" 2>/dev/null)
}
complete -F _trade_metrics trade-metrics
`,
  zsh: `#compdef trade-metrics
_trade_metrics() {
  local line candidate meaning
  local -a candidates meanings options
  while IFS=$'\\t' read -r candidate meaning; do
    case $candidate in
      :files) _files ;;
      :nospace) options=(-S '') ;;
      *) candidates+=("$candidate"); meanings+=("$candidate\${meaning:+  $meaning}") ;;
    esac
  done < <("\${words[1]}" __complete zsh "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#candidates )) && compadd -U -l "\${options[@]}" -d meanings -a candidates
}
if [[ \${funcstack[1]-} == _trade-metrics ]]; then
  _trade_metrics "$@"
else
  compdef _trade_metrics trade-metrics
fi
`,
  fish: `function __trade_metrics_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  for candidate in ($words[1] __complete fish $words[2..-1] "$current" 2>/dev/null)
    switch $candidate
      case ':files'
        __fish_complete_path "$current"
      case ':*'
      case '*'
        echo $candidate
    end
  end
end
complete -c trade-metrics -f -a '(__trade_metrics_complete)'
`,
};
