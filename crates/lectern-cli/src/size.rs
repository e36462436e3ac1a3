//! How large an article may be: one bad record must not take the memory of a run over millions of good ones.

use anyhow::{Result, bail};
use std::fmt;
use std::io::{self, BufRead, Read};
use std::str::FromStr;

const MEGABYTE: u64 = 1 << 20;

/// A byte of text takes up to so many in a line of JSON: `\u0001`.
const BYTES_IN_JSON: u64 = 6;

/// A line holds a name beside the text; longer names are cut with the rest of the line.
const ROOM_FOR_NAME: u64 = MEGABYTE;

/// The most bytes that an article may have. A reading takes some twenty times as much memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(u64);

impl Default for Size {
    /// A hundred times a long article; on sixteen cores at once some five gigabytes.
    fn default() -> Self {
        Size(16 * MEGABYTE)
    }
}

impl fmt::Display for Size {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_multiple_of(MEGABYTE) {
            write!(out, "{}M", self.0 / MEGABYTE)
        } else {
            write!(out, "{}", self.0)
        }
    }
}

impl FromStr for Size {
    type Err = String;

    /// Bytes, or megabytes with an `M` behind them.
    fn from_str(text: &str) -> Result<Self, String> {
        let (number, unit) = match text.strip_suffix(['M', 'm']) {
            Some(number) => (number, MEGABYTE),
            None => (text, 1),
        };
        let number: u64 = number
            .parse()
            .map_err(|_| format!("{text} is no size: 200000, or 16M"))?;
        number
            .checked_mul(unit)
            .map(Size)
            .ok_or_else(|| format!("{text} is more than can be counted"))
    }
}

impl Size {
    /// # Errors
    /// When an article of so many bytes is too large.
    pub fn check(self, bytes: usize) -> Result<()> {
        if bytes as u64 > self.0 {
            bail!("larger than {self}, the most that is read; --max-size raises that");
        }
        Ok(())
    }

    /// All of a file, unless it is too large; a larger one is not read to its end.
    ///
    /// # Errors
    /// When it can't be read or is too large.
    pub fn read(self, file: impl Read) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        file.take(self.0.saturating_add(1)).read_to_end(&mut bytes)?;
        self.check(bytes.len())?;
        Ok(bytes)
    }

    /// The next line without its end; none at the end of the file. Of a line that can hold no article of this size
    /// only the beginning is kept.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn line(self, file: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        if (&mut *file)
            .take(self.longest_line())
            .read_until(b'\n', &mut line)?
            == 0
        {
            return Ok(None);
        }
        if line.ends_with(b"\n") {
            line.pop();
        } else {
            skip_line(file)?;
        }
        Ok(Some(line))
    }

    /// # Errors
    /// When only the beginning of a line was kept.
    pub fn check_line(self, line: &[u8]) -> Result<()> {
        if line.len() as u64 >= self.longest_line() {
            self.check(usize::MAX)?;
        }
        Ok(())
    }

    fn longest_line(self) -> u64 {
        self.0.saturating_mul(BYTES_IN_JSON).saturating_add(ROOM_FOR_NAME)
    }
}

fn skip_line(file: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let waiting = file.fill_buf()?;
        let end = waiting.iter().position(|byte| *byte == b'\n');
        let (skipped, is_done) = match end {
            Some(at) => (at + 1, true),
            None => (waiting.len(), waiting.is_empty()),
        };
        file.consume(skipped);
        if is_done {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_written() {
        assert_eq!("16M".parse(), Ok(Size::default()));
        assert_eq!("1000".parse(), Ok(Size(1000)));
        assert_eq!(Size::default().to_string(), "16M");
        assert!("much".parse::<Size>().is_err());
        assert!("99999999999999999M".parse::<Size>().is_err());
    }

    #[test]
    fn what_is_too_large_is_refused() {
        assert_eq!(Size(5).read(&b"trees"[..]).unwrap(), b"trees");
        assert!(Size(4).read(&b"trees"[..]).is_err());
    }

    #[test]
    fn a_line_that_is_too_long_ends_itself_alone() {
        let long = "x".repeat(ROOM_FOR_NAME as usize + 100);
        let file = format!("one\n{long}\ntwo");
        let mut file = file.as_bytes();
        let mut next = || Size(1).line(&mut file).unwrap();
        assert_eq!(next(), Some(b"one".to_vec()));
        assert_eq!(
            next().map(|line| line.len() as u64),
            Some(ROOM_FOR_NAME + BYTES_IN_JSON)
        );
        assert_eq!(next(), Some(b"two".to_vec()));
        assert_eq!(next(), None);
    }
}
