/// What a person stands for in a community or an organisation: the closed set that the policy decides by.
///
/// Packs name their own roles; each maps to one of these, so that a new programme never needs a new policy. The raw
/// value is how a pack writes it.
package enum Standing: String, CaseIterable, Sendable {
    /// Leads the community as a whole, alone or with others.
    case leader
    /// Leads one of its organisations, and answers for what that organisation shares.
    case principal
    /// Carries an idea into practice with colleagues, in one school or across several.
    case leadTeacher = "lead-teacher"
    /// Teaches learners, and tries things.
    case teacher
    /// Governs an organisation: sees what it shares, and agrees on its behalf.
    case board
    /// Belongs to an agency, iwi, business or service that works with the community.
    case partner
    /// Advises from outside, by invitation.
    case adviser
    /// Keeps the community running: people, dates, papers. Sees no learner by that.
    case steward
    /// Evaluates for a while, by invitation, and changes nothing.
    case evaluator
    /// The public: whoever looks without having been let in.
    case visitor
}
