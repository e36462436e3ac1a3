//! The lines of a Rust file that are code of the product: no comments, no tests.

/// Numbered lines without comments and without what only tests see.
pub(crate) fn code_lines(text: &str) -> Vec<(usize, &str)> {
    let mut lines = text.lines().enumerate();
    let mut code = Vec::new();
    while let Some((index, line)) = lines.next() {
        if line.trim_start().starts_with("#[cfg(test)]") {
            // A module of tests in braces is the last thing in a file; anything else is one line.
            match lines.next() {
                Some((_, next)) if next.trim_end().ends_with('{') => break,
                _ => continue,
            }
        }
        if !line.trim_start().starts_with("//") {
            code.push((index + 1, line));
        }
    }
    code
}

/// Whether a whole file is tests.
pub(crate) fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_tests_are_not_code() {
        let text = "//! f64\nuse a;\n  // f64\n#[cfg(test)]\nmod tests;\nfn b() {}\n#[cfg(test)]\nmod inner {\n f64 }\n";
        assert_eq!(code_lines(text), [(2, "use a;"), (6, "fn b() {}")]);
    }
}
