/// What columns are called in the files schools have, in English and in te reo Māori, folded: the best known first.
enum MappingSynonyms {
    static func headings(of field: Mapping.Field) -> [String] {
        switch field {
        case .localID:
            [
                "local id", "student id", "learner id", "pupil id", "student number", "learner number", "student no",
                "student master id", "local student id", "sms id", "student code", "admission number", "admission no",
                "tau akonga", "nama akonga", "tau tauira", "nama tauira", "id akonga", "id number", "id no", "id",
            ]
        // Found by what stands in the cells.
        case .idInName: []
        case .nationalID:
            [
                "nsn", "national student number", "nsn id", "nsn number", "national id", "national learner number",
                "national number", "upn", "usi", "tau akonga a motu", "nama akonga a motu", "tau tauira a motu",
            ]
        case .yearLevel:
            [
                "year level", "year", "yr", "yr level", "year group", "current year level", "funding year level",
                "curriculum year", "grade level", "tau", "taumata tau", "reanga", "tau kura",
            ]
        case .leavingDay:
            [
                "leaving date", "leave date", "date left", "date of leaving", "end date", "leaver date", "left",
                "last day", "last attendance", "ra wehe", "ra mutunga", "ra whakamutunga",
            ]
        case .day:
            [
                "date tested", "test date", "date of test", "assessment date", "date assessed", "date of assessment",
                "date completed", "date sat", "sat on", "completed", "result date", "judgement date", "date", "day",
                "ra aromatawai", "ra whakamatautau", "te ra", "ra",
            ]
        case .construct:
            [
                "subject", "learning area", "construct", "curriculum area", "marau", "wahanga ako", "kaupapa ako",
                "wahanga marau",
            ]
        case .instrument:
            [
                "instrument", "assessment tool", "tool", "assessment name", "test name", "utauta", "taputapu",
                "taputapu aromatawai",
            ]
        case .result:
            [
                "scale score", "scaled score", "overall score", "overall scale score", "result", "score",
                "overall teacher judgement", "teacher judgement", "teacher judgment", "otj", "judgement", "judgment",
                "stanine", "overall level", "achievement level", "achievement", "level", "mark", "points",
                "kaute", "hua", "putanga", "otinga", "whakatau a te kaiako", "whakatau", "taumata",
            ]
        case .version: ["version", "instrument version", "form", "test form", "putanga whakamatautau"]
        case .norms: ["norms", "norm set", "norm group", "norm year", "norming"]
        case .assessor: ["assessor type", "assessed by role"]
        }
    }

    /// Headings that name what is measured in one file and the tool in another: what stands below decides.
    static let constructOrInstrument = [
        "test", "test type", "type of test", "assessment type", "area", "assessment", "domain", "strand", "aromatawai",
        "whakamatautau", "kaupapa", "wahanga",
    ]

    /// Columns of words that stand for groups, a number behind them apart: `Ethnicity (2)`.
    static let groupWords: Set = [
        "ethnicity", "ethnicities", "ethnic group", "ethnic groups", "ethnic origin", "ethnic", "ethnicity code",
        "prioritised ethnicity", "gender", "sex", "groups", "group", "learner groups", "matawaka", "ira", "ira tangata",
        "ropu", "roopu", "nga ropu",
    ]

    /// What well-known groups are called, by the key that packs give them: headings and words in cells alike.
    static func words(ofGroup key: String) -> [String] {
        switch key {
        case "maori": ["maori", "nz maori", "new zealand maori", "maori learners", "maori student", "21", "211"]
        case "pacific":
            [
                "pacific", "pacific peoples", "pacific people", "pacific islander", "pacific island", "pasifika",
                "pacifica", "pasefika", "moana nui a kiwa", "te moananui a kiwa", "samoan", "samoa", "tongan", "tonga",
                "niuean", "niue", "fijian", "fiji", "tokelauan", "tokelau", "tuvaluan", "kiribati",
                "cook islands maori", "cook island maori", "cook islander", "other pacific peoples",
            ]
        case "english-learners":
            [
                "esol", "ell", "eal", "esl", "english language learner", "english language learners", "english learner",
                "english as an additional language",
            ]
        case "learning-support":
            [
                "learning support", "additional learning needs", "additional needs", "special needs",
                "special education", "learning needs", "ors", "ongoing resourcing scheme", "tautoko ako",
            ]
        case "girls": ["female", "f", "girl", "girls", "kotiro", "wahine"]
        case "boys": ["male", "m", "boy", "boys", "tama", "tane"]
        default: []
        }
    }

    /// What well-known constructs are called, by the key that packs give them.
    static func words(ofConstruct key: String) -> [String] {
        switch key {
        case "reading": ["reading", "reading comprehension", "read", "rdg", "panui"]
        case "writing": ["writing", "write", "wrt", "tuhituhi", "tuhi"]
        case "mathematics":
            ["mathematics", "maths", "math", "mathematics and statistics", "numeracy", "pangarau", "tauanga"]
        default: []
        }
    }

    /// Headings that hold results even where no day stands beside them.
    static let plainResults: Set = [
        "scale score", "scaled score", "overall score", "overall scale score", "score", "result", "otj", "stanine",
        "overall teacher judgement", "teacher judgement", "teacher judgment", "kaute", "putanga", "otinga",
    ]

    /// Headings of learners' numbers or names; the cells tell which.
    static let learner: Set = [
        "learner", "student", "pupil", "child", "akonga", "tauira", "name", "student name", "learner name", "full name",
        "pupil name", "learners", "students", "ingoa",
    ]

    /// How likely it is that a column of a wide table holds the result that counts, the lowest first; `nil` where it
    /// holds something else about it.
    static func rankOfResult(_ words: [String]) -> Int? {
        let other: Set = [
            "stanine", "percentile", "target", "goal", "date", "teacher", "class", "group", "growth", "change", "error",
            "se", "id", "comment", "comments", "name", "norm", "attitude", "surface", "deep", "attempted", "rank",
        ]
        guard !words.contains(where: other.contains) else { return nil }
        if words.contains("scale") || words.contains("scaled") { return 0 }
        if words.contains("score") || words.contains("result") || words.contains("otj") { return 1 }
        return words.contains("level") || words.contains("raw") ? 3 : 2
    }

    static let yes: Set = ["yes", "y", "true", "t", "1", "x", "✓", "✔", "ae"]
    static let no: Set = ["", "no", "n", "false", "f", "0", "kao", "none", "n a"]

    /// Parts of headings that speak of a person. Such a column is dropped, and said to have been.
    static let personal: Set = [
        "name", "names", "surname", "firstname", "lastname", "forename", "forenames", "nickname", "dob", "birth",
        "birthday", "birthdate", "born", "address", "street", "suburb", "postcode", "email", "mail", "phone", "mobile",
        "telephone", "caregiver", "caregivers", "parent", "parents", "guardian", "mother", "father", "whanau", "iwi",
        "medical", "doctor", "allergies", "photo", "religion", "country", "citizenship", "language", "student",
        "learner", "pupil", "child", "akonga", "tauira", "tamaiti", "ingoa", "gender", "sex", "ethnicity", "ethnic",
        "nsn", "teacher", "kaiako", "assessor", "comment", "comments", "notes",
    ]
}
