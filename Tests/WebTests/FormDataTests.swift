import Ground
import Foundation
import Testing

@testable import Web

@Suite struct `A form as text` {
    @Test func `is read as browsers write it`() {
        let form = FormData(urlEncoded: "name=Ng%C4%81+Awa&empty=&flag&a=1&a=2&sum=1%2B1%3D2&%6Bey=v")
        #expect(form.text("name") == "Ngā Awa")
        #expect(form.optional("empty") == nil)
        #expect(form.fields.contains { $0 == ("flag", "") })
        #expect(form.all("a") == ["1", "2"])
        #expect(form.text("sum") == "1+1=2")
        #expect(form.text("key") == "v")
        #expect(form.text("nothing") == "")
    }

    @Test(arguments: [
        ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%%34", "%4"), ("%4%41", "%4A"), ("a%", "a%"), ("+%2", " %2"),
    ])
    func `keeps a percent sign that is none`(_ text: String, _ read: String) {
        #expect(FormData.decoded(text) == read)
    }

    @Test func `never holds what is no text`() {
        #expect(FormData.decoded("%FF%C4a") == "\u{FFFD}\u{FFFD}a")
        #expect(FormData(urlEncoded: "a=%00x%1By%7F").text("a") == "xy")
        #expect(FormData(urlEncoded: "a=%0D%0Ax%0D%0Ay").text("a") == "x\ny")
        #expect(FormData(urlEncoded: "a=Na%CC%84").text("a").unicodeScalars.count == 2)
    }

    @Test func `keeps a password as it was typed`() {
        #expect(FormData(urlEncoded: "p=+two++spaces+").exact("p") == " two  spaces ")
    }

    @Test func `comes back as it was sent, whatever it was`() {
        var random = Seeded(seed: 5)
        for _ in 0..<500 {
            let scalars = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x2FFFF, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let encoded = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            #expect(FormData.decoded(encoded) == text)
        }
    }

    @Test func `takes whole numbers as people write them, and nothing that only looks like one`() {
        func number(_ text: String) -> Int? { FormData([(name: "n", value: text)]).number("n") }
        for text in ["1200", "1,200", "1 200", "1\u{00A0}200", " 1,200 "] { #expect(number(text) == 1200, "\(text)") }
        #expect(number("1,234,567") == 1_234_567)
        #expect(number("-3") == -3)
        for text in ["12,00", "1.200", "1,20", "1,2000", ",200", "many", ""] { #expect(number(text) == nil, "\(text)") }
    }

    @Test func `takes ids that could be ids only`() {
        let form = FormData(urlEncoded: "a=..%2F..&b=%27%20OR%201&c=0190-ab_C&d=" + String(repeating: "x", count: 65))
        #expect(form.id("a", of: Never.self) == nil)
        #expect(form.id("b", of: Never.self) == nil)
        #expect(form.id("c", of: Never.self)?.rawValue == "0190-ab_C")
        #expect(form.id("d", of: Never.self) == nil)
    }
}
