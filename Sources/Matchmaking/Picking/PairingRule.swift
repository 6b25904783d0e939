public enum PairingRule: String, Sendable, CaseIterable { case all, stable, best, most }
