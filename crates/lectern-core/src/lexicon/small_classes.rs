//! Closed classes that stages ask for by name: each is listed here and nowhere else. All forms are folded.

/// A form of `be`.
pub(crate) fn is_be(form: &str) -> bool {
    matches!(
        form,
        "be" | "am" | "is" | "are" | "was" | "were" | "been" | "being" | "'m" | "'re"
    )
}

/// A personal pronoun that can be a subject: `she`, `they`.
pub(crate) fn is_personal_pronoun(form: &str) -> bool {
    matches!(form, "i" | "you" | "he" | "she" | "it" | "we" | "they")
}

/// A noun that ends like an adverb.
pub(crate) fn is_noun_like_adverb(form: &str) -> bool {
    matches!(
        form,
        "family" | "assembly" | "ally" | "monopoly" | "anomaly" | "tally"
    )
}

/// A pronoun for a man: `he`, `his`.
pub(crate) fn is_he(form: &str) -> bool {
    matches!(form, "he" | "him" | "his" | "himself")
}

/// A pronoun for a woman: `she`, `hers`.
pub(crate) fn is_she(form: &str) -> bool {
    matches!(form, "she" | "her" | "hers" | "herself")
}

/// A form of `do` before a verb that it helps, denied or not.
pub(crate) fn is_helping_do(form: &str) -> bool {
    matches!(form, "do" | "does" | "did" | "don't" | "doesn't" | "didn't")
}

/// A form of `be`, `have` or `do` that is not finite.
pub(crate) fn is_nonfinite_auxiliary(form: &str) -> bool {
    matches!(form, "be" | "being" | "been" | "having" | "doing" | "done")
}

/// A pronoun before what somebody owns: `her`, `their`.
pub(crate) fn is_owned_pronoun(form: &str) -> bool {
    matches!(form, "my" | "your" | "his" | "her" | "its" | "our" | "their")
}

/// A pronoun that opens a relative clause.
pub(crate) fn is_relative_pronoun(form: &str) -> bool {
    matches!(form, "who" | "whom" | "whose" | "which" | "that")
}

/// A dash between words or clauses; a hyphen only where it stands alone, as plain text writes a dash.
pub(crate) fn is_dash(form: &str) -> bool {
    matches!(form, "-" | "--" | "---" | "–" | "—" | "―")
}

/// What stands behind the apostrophe of a clitic, in lower case.
pub(crate) fn is_clitic_tail(form: &str) -> bool {
    matches!(form, "s" | "d" | "m" | "ll" | "ve" | "re")
}

/// A day of the week in full.
pub(crate) fn is_weekday(form: &str) -> bool {
    matches!(
        form,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
    )
}

/// A sign after which any word may have a capital.
pub(crate) fn opens_after(form: &str) -> bool {
    matches!(form, ":" | "." | "?" | "!" | "•" | "*" | "—" | "--")
}
