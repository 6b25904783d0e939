import Testing

/// One after the other: they share the machine's two cores with the other tests as it is.
@Suite(.serialized) struct `The real program in a real terminal` {}
