import Accounts
import Communities
import Database
import DatabaseTesting
import Ground
import TestSupport
import Testing
import Web

@Suite struct `The audit trail` {
    @Test(arguments: TestDatabases.all) func `holds for every event of a community`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let id = scene.community.id
            try await scene.site.database.write { transaction in
                for number in 1...5 {
                    try transaction.record(
                        Event("test-event", community: id, subject: "\(number)", text: "Tēnā"), by: nil)
                }
            }
            let (links, fault) = try await scene.site.database.read { try $0.verifyAudit(scope: id.rawValue) }
            #expect(links == 5)
            #expect(fault == nil)
        }
    }

    @Test(arguments: TestDatabases.all) func `shows an entry that was altered, removed or cut off`(_ engine: Engine)
        async throws
    {
        try await withScene(engine) { scene in
            let id = scene.community.id
            let database = scene.site.database
            try await database.write { transaction in
                for number in 1...4 {
                    try transaction.record(Event("test-event", community: id, subject: "\(number)"), by: nil)
                }
            }
            struct Undo: Error {}
            func fault(after damage: @escaping @Sendable (Transaction) throws -> Void) async throws -> AuditFault? {
                try await database.write { transaction in
                    var found: AuditFault?
                    do {
                        try transaction.savepoint {
                            try damage(transaction)
                            found = try transaction.verifyAudit(scope: id.rawValue).fault
                            throw Undo()
                        }
                    } catch is Undo {}
                    return found
                }
            }
            let altered = try await fault { try $0.execute("UPDATE audit_entry SET actor = 'x' WHERE sequence = 2") }
            #expect(altered == .altered(sequence: 2))
            let removed = try await fault { try $0.execute("DELETE FROM audit_entry WHERE sequence = 2") }
            #expect(removed == .missing(sequence: 2))
            let cut = try await fault { try $0.execute("DELETE FROM audit_entry WHERE sequence = 4") }
            #expect(cut == .headDiffers)
        }
    }

    @Test(arguments: TestDatabases.all) func `keeps its order under many writers`(_ engine: Engine) async throws {
        try await withScene(engine) { scene in
            let id = scene.community.id
            let database = scene.site.database
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 1...24 {
                    group.addTask {
                        try await database.write {
                            try $0.record(Event("test-event", community: id, subject: "\(number)"), by: nil)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let (links, fault) = try await database.read { try $0.verifyAudit(scope: id.rawValue) }
            #expect(links == 24)
            #expect(fault == nil)
        }
    }
}
