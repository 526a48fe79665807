//! Text in mail: headers in ASCII (RFC 2047), a body in quoted-printable (RFC 2045).

/// The longest encoded word, in bytes.
const LONGEST_WORD: usize = 75;
/// The longest line of an encoded body, in bytes, without the mark that it goes on.
const LONGEST_LINE: usize = 75;
/// The longest header that stands as it is, in bytes; mail allows 998 with its name.
const LONGEST_PLAIN: usize = 900;
const OPENING: &str = "=?UTF-8?q?";
const CLOSING: &str = "?=";

/// A text as the value of a header: as it is where that is safe, else as encoded words.
pub(super) fn header(text: &str) -> String {
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain && !text.contains("=?") && text.len() <= LONGEST_PLAIN {
        return text.to_owned();
    }
    let room = LONGEST_WORD - OPENING.len() - CLOSING.len();
    let mut words = vec![String::new()];
    for letter in text.chars() {
        let coded = word_letter(letter);
        match words.last_mut() {
            Some(word) if word.len() + coded.len() <= room => word.push_str(&coded),
            _ => words.push(coded),
        }
    }
    let words = words.iter().map(|word| format!("{OPENING}{word}{CLOSING}"));
    words.collect::<Vec<_>>().join("\n ")
}

/// A letter of an encoded word; a word holds whole letters only.
fn word_letter(letter: char) -> String {
    match letter {
        ' ' => "_".to_owned(),
        letter if letter.is_ascii_alphanumeric() => letter.to_string(),
        letter => {
            let mut bytes = [0; 4];
            let bytes = letter.encode_utf8(&mut bytes).bytes();
            bytes.map(|byte| format!("={byte:02X}")).collect()
        }
    }
}

/// A body in quoted-printable: what is read again has every byte of it, carriage returns included.
pub(super) fn quoted_printable(text: &str) -> String {
    let mut coded = String::with_capacity(text.len() + text.len() / 4);
    for line in text.split_inclusive('\n') {
        let (line, end) = match line.strip_suffix('\n') {
            Some(line) => (line, "\n"),
            None => (line, ""),
        };
        let mut length = 0;
        let mut bytes = line.bytes().peekable();
        while let Some(byte) = bytes.next() {
            let is_last = bytes.peek().is_none();
            let piece = match byte {
                b'!'..=b'<' | b'>'..=b'~' => char::from(byte).to_string(),
                b' ' if !is_last => " ".to_owned(),
                byte => format!("={byte:02X}"),
            };
            if length + piece.len() > LONGEST_LINE {
                coded.push_str("=\n");
                length = 0;
            }
            length += piece.len();
            coded.push_str(&piece);
        }
        coded.push_str(end);
    }
    coded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_ascii_and_its_words_are_short() {
        for (text, told) in [
            ("Add postmortem: search down", "Add postmortem: search down"),
            ("Größe", "=?UTF-8?q?Gr=C3=B6=C3=9Fe?="),
            ("=?x?= _", "=?UTF-8?q?=3D=3Fx=3F=3D_=5F?="),
        ] {
            assert_eq!(header(text), told);
        }
        let long = header(&"漢字 ".repeat(40));
        assert!(long.is_ascii());
        for line in long.lines() {
            assert!(line.trim_start().len() <= LONGEST_WORD, "{line}");
        }
    }

    #[test]
    fn a_body_keeps_what_mail_would_lose() {
        assert_eq!(quoted_printable("+a = b\r\n+c \n"), "+a =3D b=0D\n+c=20\n");
        let long = quoted_printable(&"é".repeat(200));
        assert!(long.lines().all(|line| line.len() <= LONGEST_LINE + 1));
        assert_eq!(long.replace("=\n", ""), "=C3=A9".repeat(200));
    }
}
