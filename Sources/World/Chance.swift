extension World {
    /// Chance that anybody can repeat: SplitMix64 (Steele, Lea & Flood, 2014), started from a seed and a text.
    struct Chance: RandomNumberGenerator {
        private var state: UInt64

        init(seed: UInt64, for text: String) {
            // FNV-1a: the same on every machine, unlike the standard library's hashes.
            state = text.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        }

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }

        /// At least 0, below 1.
        mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

        mutating func happens(_ probability: Double) -> Bool { share() < probability }

        mutating func below(_ bound: Int) -> Int { Int(share() * Double(bound)) }

        mutating func one<Value>(of values: [Value]) -> Value { values[below(values.count)] }

        /// Nearly normal, mean 0 and standard deviation 1: twelve shares less six, the same to the last bit everywhere.
        mutating func normal() -> Double {
            var sum = -6.0
            for _ in 0..<12 { sum += share() }
            return sum
        }

        mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
            var shuffled = values
            for last in stride(from: shuffled.count - 1, to: 0, by: -1) { shuffled.swapAt(last, below(last + 1)) }
            return shuffled
        }
    }
}
