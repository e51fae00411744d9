/// What a form must carry to be accepted: bound to the reader's session, and set around the rendering of each page.
package enum FormToken {
    /// The name of its field, which is the first of every form that changes something.
    package static let field = "token"

    @TaskLocal package static var current = ""
}
