package import Database
import Ground

extension Transaction {
    /// Asks for work in the same transaction that makes it necessary.
    package func ask(for kind: String, about subject: String) throws {
        try execute(
            """
            INSERT INTO job (id, kind, subject, state, created_at)
            VALUES (\(Identifier<Job>.new(at: now)), \(kind), \(subject), 'waiting', \(now))
            """)
    }

    /// Asks for what is due once a day; several programs may ask, it is done once.
    func askDaily(for kind: String, on day: Day) throws {
        try execute(
            """
            INSERT INTO job (id, kind, subject, state, created_at)
            VALUES (\("\(kind)-\(day)"), \(kind), \(day.description), 'waiting', \(now))
            ON CONFLICT (id) DO NOTHING
            """)
        try execute("DELETE FROM job WHERE over_at < \(now.adding(days: -7))")
    }

    /// The latest job about something.
    package func job(about subject: String) throws -> Job? {
        try first("SELECT \(columns) FROM job WHERE subject = \(subject) ORDER BY created_at DESC, id DESC", job)
    }

    /// How many wait or run.
    package func jobsUnderWay() throws -> Int {
        try value("SELECT count(*) FROM job WHERE state IN ('waiting', 'running')") ?? 0
    }

    /// Takes the oldest job that nobody does; `nil` where there is none.
    func takeJob(of kinds: [String]) throws -> Job? {
        try first(
            """
            UPDATE job SET state = 'running', attempts = attempts + 1, done = 0,
                lease_until = \(now.adding(seconds: Job.lease))
            WHERE id = (SELECT id FROM job
                WHERE (state = 'waiting' OR state = 'running' AND lease_until < \(now)) AND kind IN (\(list: kinds))
                ORDER BY created_at, id LIMIT 1)
            RETURNING \(columns)
            """, job)
    }

    /// Says how far a job is, and that it is still being done.
    func report(_ id: Identifier<Job>, done: Int, total: Int) throws {
        try execute(
            """
            UPDATE job SET done = \(done), total = \(total), lease_until = \(now.adding(seconds: Job.lease))
            WHERE id = \(id) AND state = 'running'
            """)
    }

    func finish(_ id: Identifier<Job>, failure: String? = nil) throws {
        try execute(
            """
            UPDATE job SET state = \((failure == nil ? Job.State.done : .failed).rawValue), failure = \(failure),
                lease_until = NULL, over_at = \(now)
            WHERE id = \(id)
            """)
    }

    /// Gives a job back, to be begun again by whoever comes first.
    func release(_ id: Identifier<Job>) throws {
        try execute("UPDATE job SET state = 'waiting', lease_until = NULL WHERE id = \(id) AND state = 'running'")
    }

    private var columns: SQL { "id, kind, subject, state, attempts, done, total, failure" }

    private func job(_ row: Row) throws -> Job {
        try Job(
            id: row[0], kind: row[1], subject: row[2], state: row[3], attempts: row[4], done: row[5], total: row[6],
            failure: row[7])
    }
}

extension Job.State: Bindable, Column {}
