package import Ground
package import Hummingbird
import Logging
import NIOCore

/// What every route is told about a request besides the request itself.
package struct Context: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address the request came from: the peer, or behind a trusted proxy the client it names.
    package var clientAddress: String
    /// Who is looking. A visitor until the session has been read.
    package var viewer: Viewer = .visitor
    /// The digest of the session's token, or `nil` without a session.
    package var session: String?
    /// What was sent with an unsafe request, after its origin and token were checked.
    package var form = FormData()
    /// What a form must carry to be accepted in this session.
    package var formToken = ""
    package var language: Language = .english
    /// Whether the reader is a program: JSON instead of pages.
    package var wantsJSON = false
    /// The path that was asked for.
    package var path = "/"
    /// The menu of a community.
    package var menu: [MenuGroup] = []
    /// The people one may become by a click, in the demo only.
    package var demoRoles: [DemoRole] = []

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        clientAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// A parameter of the path as an identifier; missing or impossible reads as not found.
    package func id<Kind>(_ name: String = "id", of kind: Kind.Type = Kind.self) throws -> Identifier<Kind> {
        guard let text = parameters.get(name), let id = Identifier<Kind>(typed: text) else { throw NotFound() }
        return id
    }
}

/// A role of the demo that a click takes on.
package struct DemoRole: Sendable, Equatable {
    package let key: String
    package let title: String
    package let isCurrent: Bool

    package init(key: String, title: String, isCurrent: Bool) {
        (self.key, self.title, self.isCurrent) = (key, title, isCurrent)
    }
}
