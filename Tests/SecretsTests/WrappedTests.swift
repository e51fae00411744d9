import Secrets
import Testing

@Suite struct `Something wrapped by a passphrase` {
    @Test func `is opened by that passphrase only`() throws {
        let wrapped = try #require(Wrapped.wrapping([1, 2, 3], passphrase: "kererū in the miro tree"))
        #expect(wrapped.opened(passphrase: "kererū in the miro tree") == [1, 2, 3])
        #expect(wrapped.opened(passphrase: "kereru in the miro tree") == nil)
        #expect(!wrapped.sealed.contains("010203"))
    }
}

@Suite struct `A running digest` {
    @Test func `is that of the whole, however it is cut`() {
        var digest = RunningDigest()
        digest.update(Array("Kia ".utf8))
        digest.update([])
        digest.update(Array("ora".utf8))
        #expect(digest.finish() == Secrets.digest("Kia ora"))
    }
}
