import Testing

/// One after the other: they share the machine's two cores with the other tests as it is.
@Suite(.serialized, .enabled(if: Tmux.isInstalled))
struct `The real program in a real terminal` {}
