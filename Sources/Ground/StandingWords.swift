extension Standing {
    /// What people call it.
    package var words: Words {
        switch self {
        case .leader: Words("standing.leader", "leader of the community")
        case .principal: Words("standing.principal", "principal")
        case .leadTeacher: Words("standing.lead-teacher", "lead teacher")
        case .teacher: Words("standing.teacher", "teacher")
        case .board: Words("standing.board", "board member")
        case .partner: Words("standing.partner", "partner")
        case .adviser: Words("standing.adviser", "adviser")
        case .steward: Words("standing.steward", "data steward")
        case .evaluator: Words("standing.evaluator", "evaluator")
        case .visitor: Words("standing.visitor", "visitor")
        }
    }
}
