/// Texts that break programs: made for this test, one for each way in which text has been known to break something.
enum NastyText {
    static let all = markup + scripts + signs + spaces + directions + injections + shapes

    private static let markup = [
        "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>", "\"><b>bold</b>", "' onmouseover='alert(1)", "\" autofocus onfocus=\"alert(1)",
        "</title><h1>taken over</h1>", "</textarea><h1>out</h1>", "<!-- comment", "--><b>", "<![CDATA[x]]>",
        "&lt;b&gt;", "&amp;amp;", "&#60;b&#62;", "&notanentity;", "&", "&&", "<", ">", "< b >", "<b", "</",
        "<a href=javascript:alert(1)>here</a>", "javascript:alert(1)", "{{7*7}}", "${7*7}", "<%= 7*7 %>",
        "`${alert(1)}`",
        "<math><mtext></form><form>", "<base href=//evil.example/>", "\\u003cscript\\u003e",
    ]
    private static let scripts = [
        "Ngā mihi ō tātou whānau, ākonga, kāhui", "ĀĒĪŌŪ āēīōū", "Na\u{304}", "Ελληνικά", "Кириллица", "日本語のテキスト",
        "한국어", "עברית", "العربية", "ไทย", "देवनागरी", "Þórr œuvre naïve façade ﬁ",
    ]
    private static let signs = [
        "👩🏽‍🏫👨‍👩‍👧‍👦🇳🇿", "🥝", "𝕬𝖗𝖔𝖍𝖆", "Ｆｕｌｌ　ｗｉｄｔｈ", "①②③", "½ × ¾ ÷ ∞ ≠", "Z̷͈̈a̸̛͓l̵̢͝g̴̼̈́o̶͎͂",
        "\u{FFFD}", "\u{FEFF}begins with a mark", "ß ẞ İ ı ǆ",
    ]
    private static let spaces = [
        "zero\u{200B}width", "soft\u{AD}hyphen", "no\u{A0}break", "word\u{2060}joiner", "line\u{2028}separator",
        "em\u{2003}space", "join\u{200D}er",
    ]
    private static let directions = [
        "\u{202E}reversed", "\u{2066}isolate\u{2069}", "abc \u{202B}עברית\u{202C} def", "\u{200F}mark",
    ]
    private static let injections = [
        "'; DROP TABLE community; --", "' OR '1'='1", "$1", "?1", "%s%n%d", "%00", "%3Cb%3E", "+plus+ &amp %26", "=1+1",
        "@SUM(A1)", "-2+3", "../../etc/passwd", "C:\\CON\\NUL", "\\\\server\\share", "\\", "\\'", "\"", "'", "`",
        "\"quoted\"",
        "a;b,c\"d", "null", "undefined", "NaN", "true", "0", "-0", "1e309", "0x10", "$(reboot)", "| rm",
        "name\nsecond line",
    ]
    private static let shapes = [String(repeating: "M", count: 120), String(repeating: "ā", count: 120), "i", "."]
}
