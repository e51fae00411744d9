import Accounts
import Foundation
import FoundationNetworking

/// Walks through everything that is linked, in each role, as a reader would, and says what did not answer.
package struct Tour: Sendable {
    package struct Findings: Sendable {
        package var pages = 0
        package var passed = 0
        package var failures: [String] = []
    }

    private let origin: String
    private let limit = 400

    package init(origin: String) { self.origin = origin }

    /// - Parameter link: the path that signs in as the lead principal.
    package func walk(signingInBy link: String) async throws -> Findings {
        var findings = Findings()
        for seat in Seats.all {
            try await walk(as: seat.key, link, into: &findings)
        }
        return findings
    }

    private func walk(as seat: String, _ link: String, into findings: inout Findings) async throws {
        let session = URLSession(configuration: .ephemeral)
        defer { session.invalidateAndCancel() }
        let home = try await get(link, session)
        guard home.status == 200, let token = home.body.firstMatch(of: #/name="token" value="(\w+)"/#)?.1 else {
            findings.failures.append("\(seat): \(link) answered \(home.status)")
            return
        }
        let first = try await take(seat, token: String(token), session)
        var waiting = links(in: first.body)
        var seen: Set<String> = ["/"]
        report(first.status, "\(seat): /", first.body, &findings)
        while let path = waiting.popLast(), seen.count < limit {
            guard seen.insert(path).inserted else { continue }
            let answer = try await get(path, session)
            report(answer.status, "\(seat): \(path)", answer.body, &findings)
            if answer.isPage { waiting += links(in: answer.body).filter { !seen.contains($0) } }
        }
    }

    private func report(_ status: Int, _ what: String, _ body: String, _ findings: inout Findings) {
        findings.pages += 1
        if status == 200, !body.isEmpty {
            findings.passed += 1
        } else {
            findings.failures.append("\(what) answered \(status)")
        }
    }

    private struct Answer {
        let status: Int
        let body: String
        let isPage: Bool
    }

    private func get(_ path: String, _ session: URLSession) async throws -> Answer {
        guard let url = URL(string: origin + path) else { return Answer(status: 0, body: "", isPage: false) }
        return try await ask(URLRequest(url: url), session)
    }

    private func take(_ seat: String, token: String, _ session: URLSession) async throws -> Answer {
        guard let url = URL(string: origin + "/demo/role") else { return Answer(status: 0, body: "", isPage: false) }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.setValue(origin, forHTTPHeaderField: "Origin")
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data("token=\(token)&person=\(seat)".utf8)
        return try await ask(request, session)
    }

    private func ask(_ request: URLRequest, _ session: URLSession) async throws -> Answer {
        let (data, response) = try await session.data(for: request)
        let answer = response as? HTTPURLResponse
        return Answer(
            status: answer?.statusCode ?? 0, body: String(decoding: data, as: UTF8.self),
            isPage: answer?.mimeType == "text/html")
    }

    /// Paths of our own that a page links to, without their fragments.
    private func links(in page: String) -> [String] {
        page.matches(of: #/href="(/[^"#]*)(?:#[^"]*)?"/#)
            .map { $0.1.replacing("&amp;", with: "&") }
            .filter { !$0.hasPrefix("/assets/") && !$0.hasPrefix("/link/") }
            .map(String.init)
    }
}
