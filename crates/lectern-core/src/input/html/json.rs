//! JSON as far as a page's metadata needs it. Numbers and the like are read over.

/// Deeper values are taken for nothing (hostile pages nest without end).
const DEEPEST: usize = 32;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    Object(Vec<(String, Json)>),
    Array(Vec<Json>),
    String(String),
    /// A number, a truth value or null.
    Other,
}

impl Json {
    /// Reads a value; none when the text is not JSON.
    pub(super) fn parse(text: &str) -> Option<Json> {
        Reader { rest: text }.value(0)
    }

    /// The member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// A string, or the first of an array of strings.
    pub(super) fn string(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text.trim()).filter(|text| !text.is_empty()),
            Json::Array(items) => items.first().and_then(Json::string),
            _ => None,
        }
    }

    /// The items of an array; anything else is its only item.
    pub(super) fn items(&self) -> &[Json] {
        match self {
            Json::Array(items) => items,
            other => std::slice::from_ref(other),
        }
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, mark: char) -> Option<()> {
        self.skip_space();
        self.rest = self.rest.strip_prefix(mark)?;
        Some(())
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > DEEPEST {
            return None;
        }
        self.skip_space();
        match self.rest.chars().next()? {
            '{' => self.object(depth),
            '[' => self.array(depth),
            '"' => self.string().map(Json::String),
            _ => {
                let end = self.rest.find([',', '}', ']']).unwrap_or(self.rest.len());
                self.rest = &self.rest[end..];
                Some(Json::Other)
            }
        }
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        self.take('{')?;
        let mut members = Vec::new();
        while self.take('}').is_none() {
            self.skip_space();
            let key = self.string()?;
            self.take(':')?;
            members.push((key, self.value(depth + 1)?));
            if self.take(',').is_none() {
                self.take('}')?;
                break;
            }
        }
        Some(Json::Object(members))
    }

    fn array(&mut self, depth: usize) -> Option<Json> {
        self.take('[')?;
        let mut items = Vec::new();
        while self.take(']').is_none() {
            items.push(self.value(depth + 1)?);
            if self.take(',').is_none() {
                self.take(']')?;
                break;
            }
        }
        Some(Json::Array(items))
    }

    fn string(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut out = String::new();
        let mut units: Vec<u16> = Vec::new();
        loop {
            let c = self.rest.chars().next()?;
            self.rest = &self.rest[c.len_utf8()..];
            if c == '\\' && self.rest.starts_with('u') {
                // Pairs of surrogates come as two escapes.
                units.push(u16::from_str_radix(self.rest.get(1..5)?, 16).ok()?);
                self.rest = &self.rest[5..];
                continue;
            }
            out.extend(char::decode_utf16(units.drain(..)).map(|unit| unit.unwrap_or('\u{FFFD}')));
            match c {
                '"' => return Some(out),
                '\\' => {
                    let escaped = self.rest.chars().next()?;
                    self.rest = &self.rest[escaped.len_utf8()..];
                    out.push(match escaped {
                        'n' | 'r' | 't' | 'b' | 'f' => ' ',
                        other => other,
                    });
                }
                _ => out.push(c),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_read_as_far_as_it_goes() {
        let json =
            Json::parse(r#"{"a": [1, {"b": "x\u00e9\ud83d\ude00\"y"}], "c": null, "d": "z"}"#).unwrap();
        let b = json
            .get("a")
            .and_then(|a| a.items().get(1))
            .and_then(|o| o.get("b"));
        assert_eq!(b.and_then(Json::string), Some("xé😀\"y"));
        assert_eq!(json.get("d").and_then(Json::string), Some("z"));
        for broken in ["", "{", "{\"a\"", "[1,", "\"\\u12", &"[".repeat(100_000)] {
            assert_eq!(Json::parse(broken), None);
        }
    }
}
