extension World {
    /// Names that learners are called by, put together by chance.
    enum Names {
        static func first(_ learner: (ethnicities: [Ethnicity], gender: Gender), by chance: inout Chance) -> String {
            let (girls, boys) = firstNames(of: learner.ethnicities.first ?? .european)
            switch learner.gender {
            case .female: return chance.one(of: girls)
            case .male: return chance.one(of: boys)
            case .another: return chance.one(of: ["Kōwhai", "Robin", "Sky", "Ari", "Quinn"])
            }
        }

        static func family(_ ethnicities: [Ethnicity], by chance: inout Chance) -> String {
            switch ethnicities.first ?? .european {
            case .maori: chance.one(of: maoriFamilies)
            case .pacific: chance.one(of: pacificFamilies)
            case .asian, .other: chance.one(of: asianFamilies)
            case .european: chance.one(of: europeanFamilies)
            }
        }

        private static func firstNames(of ethnicity: Ethnicity) -> (girls: [String], boys: [String]) {
            switch ethnicity {
            case .maori:
                (
                    [
                        "Aroha", "Anahera", "Hinewai", "Kahurangi", "Maia", "Mereana", "Ngāhuia", "Rāhera", "Tia",
                        "Whetū",
                    ],
                    ["Ariki", "Hēmi", "Kauri", "Manaia", "Nīkau", "Rāwiri", "Tāne", "Tāmati", "Te Ariki", "Wiremu"]
                )
            case .pacific:
                (
                    ["‘Ana", "Losa", "Mele", "Salote", "Sina", "Talia", "Teuila", "Vika"],
                    ["Filipo", "Ioane", "Mosese", "Paula", "Semisi", "Sione", "Tavita", "Viliami"]
                )
            case .asian, .other:
                (
                    ["Aanya", "Chloe", "Haruka", "Leila", "Mei", "Minh Anh", "Priya", "Seo-yeon", "Zara"],
                    ["Aarav", "Arjun", "Daniel", "Hiro", "Jun", "Minho", "Omar", "Rohan", "Yusuf"]
                )
            case .european:
                (
                    [
                        "Amelia", "Charlotte", "Ella", "Freya", "Hazel", "Isla", "Ivy", "Lucy", "Mila", "Poppy",
                        "Ruby", "Siobhán", "Sophie", "Willow", "Zoë",
                    ],
                    [
                        "Angus", "Archie", "Charlie", "Finn", "Flynn", "George", "Hugo", "Jack", "Leo", "Louis",
                        "Max", "Noah", "Oliver", "Theo", "Toby",
                    ]
                )
            }
        }

        private static let maoriFamilies = [
            "Hautai", "Kāpene", "Kererangi", "Māhanga", "Moanaroa", "Paerata", "Rangihuna", "Takurua", "Te Waiora",
            "Tīramaroa", "Waharua", "Whakaruru",
        ]
        private static let pacificFamilies = [
            "Afamasaga", "Falanitule", "Lolohea", "Matagi", "Pulotu", "Sefuiva", "Taulanga", "Vaifale",
        ]
        private static let asianFamilies = [
            "Bhandari", "Chau", "Fernando", "Hosseini", "Iyer", "Kwon", "Liang", "Nakamori", "Rahimi", "Sandhu", "Tran",
        ]
        private static let europeanFamilies = [
            "Ashdown", "Birchall", "Calloway", "Drummond", "Everleigh", "Fairweather", "Garrick", "Hollis", "Inglewood",
            "Jessop", "Kilbride", "Larkin", "Merriman", "Norcross", "O’Hanlon", "Penrose", "Quill", "Rutherglen",
            "Sandiford", "Thackeray", "Underhay", "Van der Zee", "Westlake", "Yarrow",
        ]
    }
}
