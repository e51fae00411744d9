package import HTML

/// A form that posts. Its fields stand one under the other; nothing typed is ever lost.
package struct Form: Sendable {
    /// The name of the hidden field that proves the form is ours.
    package static let csrfField = FormToken.field

    package let action: String
    package let csrf: String
    /// Forms that carry files are sent as `multipart/form-data`.
    package let carriesFiles: Bool
    /// The reader is warned before leaving with something typed.
    package let guardsChanges: Bool
    package let content: HTML

    package init(
        to action: String, csrf: String = FormToken.current, carriesFiles: Bool = false, guardsChanges: Bool = true,
        _ content: HTML
    ) {
        (self.action, self.csrf, self.carriesFiles) = (action, csrf, carriesFiles)
        (self.guardsChanges, self.content) = (guardsChanges, content)
    }

    package var html: HTML {
        """
        <form class="form" method="post" action="\(action)"\(if: carriesFiles, " enctype=\"multipart/form-data\"")\
        \(if: guardsChanges, " data-guard")>
        \(hiddenField(Form.csrfField, csrf))
        \(content)
        </form>

        """
    }
}

/// The buttons at the foot of a form.
package func actions(_ buttons: HTML...) -> HTML { "<div class=\"actions\">\(buttons)</div>\n" }
