import Testing

@testable import Tables

@Suite struct `Damaged text` {
    @Test(arguments: [
        ("MÄori", "Māori"), ("whÄnau", "whānau"), ("RÅ«ma", "Rūma"), ("Ä€whina", "Āwhina"), ("SiÃ¢n", "Siân"),
        ("KÄ“rero", "Kērero"), ("PÅtae", "Pōtae"), ("O’Brien".mangled, "O’Brien"), ("FaÊ»asavalu", "Faʻasavalu"),
        ("M\u{C4}\u{81}ori", "Māori"), ("ï»¿NSN", "NSN"), ("ðŸ˜€", "😀"), ("kÄkÄ", "kākā"),
    ])
    func `is mended when its traces are plain`(garbled: String, whole: String) {
        #expect(GarbledText.mended(garbled) == whole)
    }

    @Test(arguments: [
        "Māori", "Siân", "Åsa", "Ämmi", "HÄMÄLÄINEN", "CAFÉ’S", "„Ä“", "Müller", "São Tomé", "plain", "", "Łukasz",
        "Ürümqi", "ÅÄÖ", "L’Île…",
    ])
    func `is not seen where names are whole`(text: String) {
        #expect(GarbledText.mended(text) == nil)
    }

    @Test(arguments: ["M?ori", "?whina", "Ng?ti-P?tae", "te ?kau", "M\u{FFFD}ori", "M?ller-?ukasz"])
    func `shows where letters were lost`(text: String) {
        #expect(GarbledText.hasLostCharacters(text))
    }

    @Test(arguments: ["Why?", "Is it? Yes", "?", "??", "https://kura.nz/page?x=1", "", "Māori", "5?", "what ?"])
    func `is not seen in questions and addresses`(text: String) {
        #expect(!GarbledText.hasLostCharacters(text))
    }

    @Test(arguments: ["1.23E+08", "1.23457E+08", "1,23E+08", "-1.5e-05", " 1.2E+10 ", "1E+08", "1.2E8"])
    func `shows as scientific notation`(text: String) {
        #expect(text.looksLikeSpreadsheetNumber)
    }

    @Test(arguments: ["123456789", "1.5", "5E2", "12E", "E+08", "1.E+08", "1.2E+", "room 1E+2", "", "-", "1.2E+8x"])
    func `is not seen in whole identifiers`(text: String) {
        #expect(!text.looksLikeSpreadsheetNumber)
    }

    @Test func `leaves decimals that say something`() {
        #expect("123.0".withoutSpreadsheetDecimals == "123")
        #expect("123.50".withoutSpreadsheetDecimals == "123.50")
        #expect(".0".withoutSpreadsheetDecimals == ".0")
        #expect("A1.0".withoutSpreadsheetDecimals == "A1.0")
        #expect("7.".withoutSpreadsheetDecimals == "7.")
    }
}

extension String {
    /// UTF-8 read as Windows-1252, as the accident happens.
    fileprivate var mangled: String {
        String(String.UnicodeScalarView(utf8.map { CodePage.windows1252[$0] }))
    }
}
