//! A commit as a mail that `git am` takes: what it writes is the text, byte for byte.

use super::author::Author;
use super::mail::{header, quoted_printable};
use super::message::CommitMessage;
use super::path::RepoPath;
use super::sent::SentAt;
use super::sha1::sha1;

/// The first line of every such mail; git looks for its shape alone.
const SEPARATOR: &str = "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001";

/// The commit of a new file.
#[derive(Clone, Copy, Debug)]
pub struct Patch<'a> {
    /// Where the file goes.
    pub path: &'a RepoPath,
    /// What the file holds.
    pub text: &'a str,
    /// Whom the commit is by.
    pub author: &'a Author,
    /// When it was made.
    pub at: SentAt,
    /// What it says.
    pub message: &'a CommitMessage,
}

impl Patch<'_> {
    /// The mail (mbox form).
    pub fn to_mail(&self) -> String {
        let body = self.body();
        // git takes the carriage returns away that it finds at line ends of a plain mail.
        let (encoding, body) = match body.contains('\r') {
            true => ("quoted-printable", quoted_printable(&body)),
            false => ("8bit", body),
        };
        let (author, at, message) = (self.author, self.at, self.message);
        format!(
            "{SEPARATOR}\nFrom: {} <{}>\nDate: {at}\nSubject: {}\nMIME-Version: 1.0\n\
             Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: {encoding}\n\n{body}",
            header(author.name()),
            author.mail(),
            header(&format!("[PATCH] {}", message.subject)),
        )
    }

    fn body(&self) -> String {
        let message = match self.message.body.as_str() {
            "" => String::new(),
            body => format!("{body}\n\n"),
        };
        let path = self.path.as_str();
        format!(
            "{message}---\n\ndiff --git a/{path} b/{path}\nnew file mode 100644\n\
             index 0000000000000000000000000000000000000000..{}\n{}-- \nPostmortem Editor\n\n",
            blob_hash(self.text),
            self.hunk(),
        )
    }

    /// Every line as an added one. A file without any has no hunk.
    fn hunk(&self) -> String {
        let count = self.text.split_inclusive('\n').count();
        if count == 0 {
            return String::new();
        }
        let lines = match count {
            1 => "1".to_owned(),
            count => format!("1,{count}"),
        };
        let path = self.path.as_str();
        let mut hunk = format!("--- /dev/null\n+++ b/{path}\n@@ -0,0 +{lines} @@\n");
        for line in self.text.split_inclusive('\n') {
            hunk.push('+');
            hunk.push_str(line);
        }
        if !self.text.ends_with('\n') {
            hunk.push_str("\n\\ No newline at end of file\n");
        }
        hunk
    }
}

/// The name that git has for a file that holds the text: forty hexadecimal digits.
pub fn blob_hash(text: &str) -> String {
    let mut blob = format!("blob {}\0", text.len()).into_bytes();
    blob.extend(text.as_bytes());
    sha1(&blob)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_name_that_git_gives_it() {
        // As `git hash-object --stdin` says.
        for (text, name) in [
            ("", "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"),
            ("hello\n", "ce013625030ba8dba906f756967f9e9ca394464a"),
        ] {
            assert_eq!(blob_hash(text), name);
        }
    }
}
