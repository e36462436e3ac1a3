//! Enums whose variants have a name: one table for files, markup and words of the interface.

/// Declares an enum with a name for each variant. The name is what serde writes as well.
macro_rules! names {
    ($(#[$about:meta])* $vis:vis enum $name:ident { $($(#[$what:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        $vis enum $name {
            $($(#[$what])* #[cfg_attr(feature = "serde", serde(rename = $word))] $variant),+
        }

        impl $name {
            /// All of them, in the order in which they are declared.
            $vis const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name in files and markup: lower case, hyphens between words.
            $vis fn name(self) -> &'static str {
                match self {
                    $($name::$variant => $word),+
                }
            }

            /// The one with this name.
            $vis fn named(name: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

pub(crate) use names;
