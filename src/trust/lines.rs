//! Reads a document line by line, and knows where each value stands.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;

use super::Fault;
use crate::output::Digest;

/// The lines of a document that have not been read yet.
pub(super) struct Lines<'a> {
    rest: &'a str,
    number: usize,
}

/// A line, or a value in it.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub number: usize,
    pub column: usize,
    pub text: &'a str,
}

impl<'a> Lines<'a> {
    /// Opens a document: UTF-8 of at most `largest` bytes, each line ended by one LF.
    pub fn open(bytes: &'a [u8], largest: u64) -> Result<Self, Fault> {
        if bytes.len() as u64 > largest {
            return Err(Fault::new(1, format!("longer than {largest} bytes")));
        }
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let before = &bytes[..error.valid_up_to()];
            Fault::new(line_of(before), "this is not UTF-8 text")
        })?;
        if let Some(at) = text.find('\r') {
            let fault = Fault::new(line_of(&bytes[..at]), "a line ends with CR LF");
            return Err(fault.hint("copy files as they are, in binary mode"));
        }
        if let Some(at) = text.find(|c: char| c.is_control() && c != '\n') {
            return Err(Fault::new(line_of(&bytes[..at]), "a control character"));
        }
        if !text.ends_with('\n') {
            return Err(Fault::new(line_of(bytes), "the last line is cut short"));
        }
        Ok(Lines {
            rest: text,
            number: 0,
        })
    }

    /// The next line, if there is one.
    pub fn next(&mut self) -> Option<Line<'a>> {
        let (text, rest) = self.rest.split_once('\n')?;
        self.rest = rest;
        self.number += 1;
        Some(Line {
            number: self.number,
            column: 1,
            text,
        })
    }

    /// The first line, which names the kind and version of the document.
    pub fn header(&mut self, header: &str) -> Result<(), Fault> {
        match self.next() {
            Some(line) if line.text == header => Ok(()),
            _ => Err(Fault::new(1, format!("the first line is not `{header}`"))),
        }
    }

    /// The value of the next line, which must begin with this key.
    pub fn value(&mut self, key: &str) -> Result<Line<'a>, Fault> {
        self.optional(key)
            .ok_or_else(|| Fault::new(self.number + 1, format!("`{key}:` should stand here")))
    }

    /// The value of the next line, if it begins with this key.
    pub fn optional(&mut self, key: &str) -> Option<Line<'a>> {
        let value = self.rest.strip_prefix(key)?.strip_prefix(": ")?;
        let (text, rest) = value.split_once('\n')?;
        self.rest = rest;
        self.number += 1;
        Some(Line {
            number: self.number,
            column: key.len() + 3,
            text,
        })
    }

    /// Refuses whatever follows.
    pub fn end(&mut self) -> Result<(), Fault> {
        match self.next() {
            None => Ok(()),
            Some(line) => Err(line.fault("nothing should follow here")),
        }
    }
}

fn line_of(before: &[u8]) -> usize {
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

impl<'a> Line<'a> {
    /// A fault at the beginning of this value.
    pub fn fault(&self, message: impl Into<String>) -> Fault {
        Fault::new(self.number, message).column(self.column)
    }

    /// The value as a message quotes it: nobody has signed it yet.
    pub fn quoted(&self) -> String {
        crate::report::quoted(self.text)
    }

    /// The parts between separators.
    pub fn split<const N: usize>(&self, separator: &str) -> Result<[Line<'a>; N], Fault> {
        let mut column = self.column;
        let parts: Vec<Line<'a>> = self
            .text
            .splitn(N, separator)
            .map(|text| {
                let part = Line {
                    text,
                    column,
                    ..*self
                };
                column += text.chars().count() + separator.len();
                part
            })
            .collect();
        let found = parts.len();
        parts.try_into().map_err(|_| {
            let message = format!("{N} values should stand here, and there are {found}");
            self.fault(message)
        })
    }

    /// The value in the only form in which it is written.
    fn exact<T: FromStr + ToString>(&self, what: &str) -> Result<T, Fault> {
        let parsed = self.text.parse::<T>().ok();
        parsed
            .filter(|value| value.to_string() == self.text)
            .ok_or_else(|| self.fault(format!("{} is not {what}", self.quoted())))
    }

    pub fn number(&self) -> Result<u64, Fault> {
        self.exact("a number")
    }

    /// A number that counts from 1.
    pub fn ordinal(&self) -> Result<u64, Fault> {
        match self.number()? {
            0 => Err(self.fault("this counts from 1")),
            number => Ok(number),
        }
    }

    pub fn date(&self) -> Result<Date, Fault> {
        self.exact("a date like `2026-01-31`")
    }

    pub fn time(&self) -> Result<Timestamp, Fault> {
        self.exact("a time like `2026-01-31T00:00:00Z`")
    }

    /// A hash, written `sha256:…`.
    pub fn digest(&self) -> Result<Digest, Fault> {
        let hex = self.text.strip_prefix("sha256:");
        hex.and_then(|hex| hex.parse().ok())
            .ok_or_else(|| self.fault("not `sha256:` and 64 hexadecimal digits"))
    }

    pub fn site(&self) -> Result<crate::record::Id, Fault> {
        crate::record::Id::parse(self.text)
            .ok_or_else(|| self.fault(format!("{} is not a site's id", self.quoted())))
    }
}
