// The files and columns of Microsoft School Data Sync, formats v2.1 and v2, as Microsoft documents and samples them.

extension Binding {
    static let microsoft21 = Binding(
        format: .microsoft21,
        files: [
            .organisations(isRequired: true),
            FileBinding(
                "academicSessions", .needed("sourcedId", .identifier), .needed("title"), .needed("type"),
                .needed("schoolYear", .year), .needed("startDate", .date), .needed("endDate", .date)),
            FileBinding(
                "users", isRequired: true, .needed("sourcedId", .identifier), .needed("username"),
                .optional("givenName"), .optional("familyName"), .optional("password", .password),
                .optional("activeDirectoryMatchId"), .optional("email"), .optional("phone"), .optional("sms")),
            FileBinding(
                "roles", isRequired: true, .needed("userSourcedId", .reference(to: "users")),
                .needed("orgSourcedId", .reference(to: "orgs")), .needed("role"),
                .optional("sessionSourcedId", .reference(to: "academicSessions")), .optional("grade"),
                .optional("isPrimary", .boolean), .optional("roleStartDate", .date), .optional("roleEndDate", .date)),
            FileBinding(
                "courses", .needed("sourcedId", .identifier), .needed("orgSourcedId", .reference(to: "orgs")),
                .needed("title"), .optional("code"),
                .optional("schoolYearSourcedId", .reference(to: "academicSessions")), .optional("subject"),
                .optional("grade")),
            FileBinding(
                "classes", .needed("sourcedId", .identifier), .needed("orgSourcedId", .reference(to: "orgs")),
                .needed("title"), .optional("sessionSourcedIds", .references(to: "academicSessions")),
                .optional("courseSourcedId", .reference(to: "courses"))),
            .enrollments,
            FileBinding(
                "demographics", .needed("userSourcedId", .reference(to: "users")), .optional("sex"),
                .optional("birthDate", .date), .optional("birthCity"), .optional("birthState"),
                .optional("birthCountry"), .optional("ethnicityCodes"), .optional("raceCodes")),
            FileBinding("userFlags", .needed("userSourcedId", .reference(to: "users")), .needed("flag")),
            FileBinding(
                "relationships", .needed("userSourcedId", .reference(to: "users")),
                .needed("relationshipUserSourcedId", .reference(to: "users")), .needed("relationshipRole")),
        ])

    static let microsoft2 = Binding(
        format: .microsoft2,
        files: [
            .organisations(isRequired: true),
            FileBinding(
                "users", isRequired: true, .needed("sourcedId", .identifier),
                .needed("orgSourcedIds", .references(to: "orgs")), .optional("givenName"), .optional("familyName"),
                .needed("username"), .optional("password", .password), .needed("role"), .optional("grade")),
            FileBinding(
                "classes", .needed("sourcedId", .identifier), .needed("orgSourcedId", .reference(to: "orgs")),
                .needed("title")),
            .enrollments,
        ])
}

extension FileBinding {
    fileprivate static func organisations(isRequired: Bool) -> FileBinding {
        FileBinding(
            "orgs", isRequired: isRequired, .needed("sourcedId", .identifier), .needed("name"), .needed("type"),
            .optional("parentSourcedId", .reference(to: "orgs")))
    }

    fileprivate static let enrollments = FileBinding(
        "enrollments", .needed("classSourcedId", .reference(to: "classes")),
        .needed("userSourcedId", .reference(to: "users")), .needed("role"))
}
