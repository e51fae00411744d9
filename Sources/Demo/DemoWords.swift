import Ground

enum DemoWords {
    static let leadPrincipal = Words("demo.lead-principal", "Lead principal")
    static let principal = Words("demo.principal", "Another school's principal")
    static let leadTeacher = Words("demo.lead-teacher", "Lead teacher")
    static let boardMember = Words("demo.board-member", "Board member")
    static let partner = Words("demo.partner", "Partner")
    static let whanau = Words("demo.whanau", "Whānau and the public")
    static let adviser = Words("demo.adviser", "Adviser")
    static func targetSource(_ term: Int, _ year: Int) -> Words {
        Words("demo.target-source", "the results of Term \(term) \(String(year)), all seven schools together.")
    }
}
