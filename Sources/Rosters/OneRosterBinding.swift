// The files and columns of the OneRoster CSV binding, final releases 1.2.1 and 1.1.1 of 22 August 2023.

extension Binding {
    static let oneRoster12 = Binding(
        format: .oneRoster12,
        files: [
            .organisations, .sessions, .resources,
            .oneRoster(
                "users", .needed("enabledUser", .boolean), .needed("username"), .optional("userIds", .userIDs),
                .needed("givenName"), .needed("familyName"), .optional("middleName"), .optional("identifier"),
                .optional("email"), .optional("sms"), .optional("phone"),
                .optional("agentSourcedIds", .references(to: "users")), .optional("grades"),
                .optional("password", .password), .optional("userMasterIdentifier"),
                .optional("resourceSourcedIds", .references(to: "resources")), .optional("preferredGivenName"),
                .optional("preferredMiddleName"), .optional("preferredFamilyName"),
                .optional("primaryOrgSourcedId", .reference(to: "orgs")), .optional("pronouns")),
            .oneRoster(
                "userProfiles", .needed("userSourcedId", .reference(to: "users")), .needed("profileType"),
                .needed("vendorId", .foreign), .optional("applicationId", .foreign), .optional("description"),
                .needed("credentialType"), .needed("username"), .optional("password", .password)),
            .oneRoster(
                "roles", .needed("userSourcedId", .reference(to: "users")), .needed("roleType", .one(of: .roleTypes)),
                .needed("role", .one(of: .userRoles)), .optional("beginDate", .date), .optional("endDate", .date),
                .needed("orgSourcedId", .reference(to: "orgs")),
                .optional("userProfileSourcedId", .reference(to: "userProfiles"))),
            .courses, .classes, .courseResources, .classResources,
            .oneRoster(
                "userResources", .needed("userSourcedId", .reference(to: "users")),
                .optional("orgSourcedId", .reference(to: "orgs")),
                .optional("classSourcedId", .reference(to: "classes")),
                .needed("resourceSourcedId", .reference(to: "resources"))),
            .enrollments, .demographics(.sexes),
            .oneRoster("categories", .needed("title"), .optional("weight", .integer)),
            .oneRoster(
                "lineItems", .needed("title"), .optional("description"), .needed("assignDate", .date),
                .needed("dueDate", .date), .needed("classSourcedId", .reference(to: "classes")),
                .needed("categorySourcedId", .reference(to: "categories")),
                .needed("academicSessionSourcedId", .reference(to: "academicSessions")),
                .optional("resultValueMin", .float), .optional("resultValueMax", .float),
                .needed("schoolSourcedId", .reference(to: "orgs"))),
            .oneRoster(
                "scoreScales", .needed("title"), .needed("type"), .needed("orgSourcedId", .reference(to: "orgs")),
                .optional("courseSourcedId", .reference(to: "courses")),
                .needed("classSourcedId", .reference(to: "classes")), .needed("scoreScaleValue", .scale)),
            .oneRoster(
                "lineItemScoreScales", .optional("title"), .needed("lineItemSourcedId", .reference(to: "lineItems")),
                .needed("scoreScaleSourcedId", .reference(to: "scoreScales"))),
            .oneRoster(
                "lineItemLearningObjectiveIds", .needed("lineItemSourcedId", .reference(to: "lineItems")),
                .needed("source", .one(of: .objectiveSources)), .needed("learningObjectiveId")),
            .oneRoster(
                "results", .needed("lineItemSourcedId", .reference(to: "lineItems")),
                .needed("studentSourcedId", .reference(to: "users")), .needed("scoreStatus", .one(of: .scoreStatuses)),
                .optional("score", .float), .needed("scoreDate", .date), .optional("comment"), .optional("textScore"),
                .optional("classSourcedId", .reference(to: "classes")), .optional("inProgress", .boolean),
                .optional("incomplete", .boolean), .optional("late", .boolean), .optional("missing", .boolean)),
            .oneRoster(
                "resultScoreScales", .optional("title"), .needed("resultSourcedId", .reference(to: "results")),
                .needed("scoreScaleSourcedId", .reference(to: "scoreScales"))),
            .oneRoster(
                "resultLearningObjectiveIds", .needed("resultSourcedId", .reference(to: "results")),
                .needed("source", .one(of: .objectiveSources)), .needed("learningObjectiveId"),
                .optional("score", .float), .optional("textScore")),
        ])

    static let oneRoster11 = Binding(
        format: .oneRoster11,
        files: [
            .organisations, .sessions, .resources,
            .oneRoster(
                "users", .needed("enabledUser", .boolean), .needed("orgSourcedIds", .references(to: "orgs")),
                .needed("role", .one(of: .userRoles11)), .needed("username"), .optional("userIds", .userIDs),
                .needed("givenName"), .needed("familyName"), .optional("middleName"), .optional("identifier"),
                .optional("email"), .optional("sms"), .optional("phone"),
                .optional("agentSourcedIds", .references(to: "users")), .optional("grades"),
                .optional("password", .password)),
            .courses, .classes, .courseResources, .classResources,
            .enrollments, .demographics(.sexes11),
            .oneRoster("categories", .needed("title")),
            .oneRoster(
                "lineItems", .needed("title"), .optional("description"), .needed("assignDate", .date),
                .needed("dueDate", .date), .needed("classSourcedId", .reference(to: "classes")),
                .needed("categorySourcedId", .reference(to: "categories")),
                .needed("gradingPeriodSourcedId", .reference(to: "academicSessions")),
                .needed("resultValueMin", .float), .needed("resultValueMax", .float)),
            .oneRoster(
                "results", .needed("lineItemSourcedId", .reference(to: "lineItems")),
                .needed("studentSourcedId", .reference(to: "users")), .needed("scoreStatus", .one(of: .scoreStatuses)),
                .needed("score", .float), .needed("scoreDate", .date), .optional("comment")),
        ])

    /// Files that only 1.2 has.
    static let filesOf12 = [
        "lineItemLearningObjectiveIds", "lineItemScoreScales", "resultLearningObjectiveIds", "resultScoreScales",
        "roles", "scoreScales", "userProfiles", "userResources",
    ]

    /// Columns that only one of the two versions has, in the files where they differ.
    static let columnsOf12: [String: [String]] = [
        "users": ["userMasterIdentifier", "resourceSourcedIds", "preferredGivenName", "primaryOrgSourcedId"],
        "lineItems": ["academicSessionSourcedId", "schoolSourcedId"],
        "results": ["textScore", "inProgress"],
    ]
    static let columnsOf11: [String: [String]] = [
        "users": ["orgSourcedIds", "role"], "lineItems": ["gradingPeriodSourcedId"],
    ]
}

extension FileBinding {
    fileprivate static let organisations = oneRoster(
        "orgs", .needed("name"), .needed("type", .one(of: .organisationTypes)), .optional("identifier"),
        .optional("parentSourcedId", .reference(to: "orgs")))

    fileprivate static let sessions = oneRoster(
        "academicSessions", .needed("title"), .needed("type", .one(of: .sessionTypes)), .needed("startDate", .date),
        .needed("endDate", .date), .optional("parentSourcedId", .reference(to: "academicSessions")),
        .needed("schoolYear", .year))

    fileprivate static let resources = oneRoster(
        "resources", .needed("vendorResourceId", .foreign), .optional("title"),
        .optional("roles", .several(of: .userRoles)), .optional("importance", .one(of: .importances)),
        .optional("vendorId", .foreign), .optional("applicationId", .foreign))

    fileprivate static let courses = oneRoster(
        "courses", .optional("schoolYearSourcedId", .reference(to: "academicSessions")), .needed("title"),
        .optional("courseCode"), .optional("grades"), .needed("orgSourcedId", .reference(to: "orgs")),
        .optional("subjects"), .optional("subjectCodes"))

    fileprivate static let classes = oneRoster(
        "classes", .needed("title"), .optional("grades"), .needed("courseSourcedId", .reference(to: "courses")),
        .optional("classCode"), .needed("classType", .one(of: .classTypes)), .optional("location"),
        .needed("schoolSourcedId", .reference(to: "orgs")),
        .needed("termSourcedIds", .references(to: "academicSessions")), .optional("subjects"),
        .optional("subjectCodes"), .optional("periods"))

    /// The binding's own table of files prints `courseResourses.csv`: both spellings are the file's name.
    fileprivate static let courseResources = oneRoster(
        "courseResources", .optional("title"), .needed("courseSourcedId", .reference(to: "courses")),
        .needed("resourceSourcedId", .reference(to: "resources")))

    fileprivate static let classResources = oneRoster(
        "classResources", .optional("title"), .needed("classSourcedId", .reference(to: "classes")),
        .needed("resourceSourcedId", .reference(to: "resources")))

    fileprivate static let enrollments = oneRoster(
        "enrollments", .needed("classSourcedId", .reference(to: "classes")),
        .needed("schoolSourcedId", .reference(to: "orgs")), .needed("userSourcedId", .reference(to: "users")),
        .needed("role", .one(of: .enrolmentRoles)), .optional("primary", .boolean), .optional("beginDate", .date),
        .optional("endDate", .date))

    /// A demographics record goes by the id of its user.
    fileprivate static func demographics(_ sexes: Vocabulary) -> FileBinding {
        oneRoster(
            "demographics", .optional("birthDate", .date), .optional("sex", .one(of: sexes)),
            .optional("americanIndianOrAlaskaNative", .boolean), .optional("asian", .boolean),
            .optional("blackOrAfricanAmerican", .boolean), .optional("nativeHawaiianOrOtherPacificIslander", .boolean),
            .optional("white", .boolean), .optional("demographicRaceTwoOrMoreRaces", .boolean),
            .optional("hispanicOrLatinoEthnicity", .boolean), .optional("countryOfBirthCode"),
            .optional("stateOfBirthAbbreviation"), .optional("cityOfBirth"), .optional("publicSchoolResidenceStatus"))
    }
}
